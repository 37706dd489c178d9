package io.muster.rules.gathering;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.sample.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups on a floor (key: site and floor): a person with others within 15 m, 3 with that person, for longer than 60 s (AQ 3064.3 3.5, 5.2.3;
 * PF-5a). Counting is around persons, without chaining: {@link Grouping}. A ring of people with nobody in its middle is not found.
 *
 * <p>The floor is looked at every second (nobody has more samples than that), whatever the compute cycle: so the onset, a gap, and 59 s against
 * 61 s are right at any cycle. A gathering is told as started at the first millisecond beyond its 60 s. How members and level change is
 * told at the cycle, that nothing changed at the report time, the end when it is seen: {@code gapMillis} after the condition held last. From
 * {@code preWarningMillis} on a group is told as foreseen, which warns nobody; it keeps its name when it starts.
 *
 * <p>A person in an exempt zone takes no part. One who is silent stands where they were heard last: for {@code silentAfterMillis}, and as a stale
 * member of a gathering for {@code staleForMillis}. So a radio hole ends nothing, and those who walked out of reach together begin nothing:
 * nothing is foreseen or started while nobody of it is heard.
 *
 * <p>Evaluations are told at each cycle while anybody takes part, and one more after: a reader sees that they did not stall.
 */
public final class GatheringRule implements Rule<GatheringState, Sample, GatheringOutput> {
    private static final long serialVersionUID = 1;

    private static final long LOOK_MILLIS = 1_000;

    /** A sample before those from which an onset is told back, so that all of that time is known. */
    private static final long REMEMBER_MILLIS = Onset.BACK_MILLIS + 5_000;

    private final GatheringOptions options;

    public GatheringRule(GatheringOptions options) {
        this.options = options;
    }

    @Override
    public Step<GatheringState, GatheringOutput> onInput(@Nullable GatheringState state, Sample sample) {
        boolean takesPart = !sample.left() && !sample.exempt();
        if (state == null && !takesPart) {
            return Step.of(null, List.of());
        }
        GatheringState before = state != null
                ? state
                : new GatheringState(
                        sample.site(), sample.gatheringFloor(), List.of(), List.of(), List.of(), null, null, 0);
        List<Bucket> buckets = takesPart
                ? Crowd.with(before.buckets(), sample, REMEMBER_MILLIS)
                : Crowd.without(before.buckets(), sample.trackableId());
        Long wakeAt = before.wakeAtMillis();
        if (wakeAt == null && takesPart) {
            wakeAt = lookAt(before, sample.timeMillis(), List.of());
        }
        GatheringState next = new GatheringState(
                before.site(),
                before.floor(),
                buckets,
                before.groups(),
                before.pairs(),
                before.lookedMillis(),
                wakeAt,
                before.evaluationSeq());
        return Step.of(next, List.of(), wakeAt);
    }

    @Override
    public Step<GatheringState, GatheringOutput> onWake(GatheringState state, long nowMillis) {
        List<Bucket> buckets = takingPart(state, nowMillis);
        GatheringState heard = new GatheringState(
                state.site(),
                state.floor(),
                buckets,
                state.groups(),
                state.pairs(),
                nowMillis,
                null,
                state.evaluationSeq());
        Look look = new Look(heard, options, new Nearness(options), nowMillis);
        Telling telling = new Telling(heard, options, nowMillis);
        boolean cycle = Math.floorMod(nowMillis, options.cycleMillis()) == 0;
        look.ended.stream().filter(ended -> ended.group().toldMillis() != null).forEach(telling::end);
        List<Group> groups = new ArrayList<>();
        for (Group group : look.groups) {
            groups.add(tell(group, telling, cycle, nowMillis));
        }
        look.parted.stream().filter(pair -> pair.toldFenceIds() != null).forEach(telling::parted);
        List<Pair> pairs = look.pairs.stream()
                .map(pair -> isDue(pair, nowMillis) ? telling.pair(pair) : pair)
                .toList();
        long seq = state.evaluationSeq();
        if (cycle) {
            seq++;
            telling.events.add(GatheringOutput.of(new Evaluation(
                    state.site(), state.floor(), nowMillis, look.newestFixMillis(), look.people(), seq)));
        }
        boolean anybody = look.people() > 0 || !groups.isEmpty() || !pairs.isEmpty();
        // Where nobody is left the next evaluation says so; then the floor is silent until somebody comes.
        Long wakeAt = anybody || !cycle ? lookAt(heard, nowMillis + 1, groups) : null;
        return Step.of(
                new GatheringState(state.site(), state.floor(), buckets, groups, pairs, nowMillis, wakeAt, seq),
                telling.events,
                wakeAt);
    }

    private List<Bucket> takingPart(GatheringState state, long nowMillis) {
        Set<String> members = new HashSet<>();
        for (Group group : state.groups()) {
            if (group.started()) {
                group.members().forEach(member -> members.add(member.trackableId()));
            }
        }
        return Crowd.only(state.buckets(), person -> {
            long silent = nowMillis - person.sampledMillis();
            return silent <= options.silentAfterMillis()
                    || (silent <= options.staleForMillis() && members.contains(person.trackableId()));
        });
    }

    /** As long as a pre-warning of a gathering, and again where they are in other zones than when told last. */
    private boolean isDue(Pair pair, long nowMillis) {
        return pair.heldMillis() == nowMillis
                && nowMillis - pair.sinceMillis() > options.preWarningMillis()
                && !pair.fenceIds().equals(pair.toldFenceIds())
                && pair.members().stream().anyMatch(member -> !member.stale());
    }

    private Group tell(Group group, Telling telling, boolean cycle, long nowMillis) {
        Long told = group.toldMillis();
        if (!group.started()) {
            boolean ready = group.heldMillis() == nowMillis && nowMillis >= group.readyMillis() && group.isHeard();
            if (ready && nowMillis - group.onsetMillis() > options.minDurationMillis()) {
                return telling.start(group);
            }
            if (told == null) {
                boolean foreseen = nowMillis - group.onsetMillis() > options.preWarningMillis();
                return ready && foreseen ? telling.foreseen(group) : group;
            }
        }
        boolean due = told == null
                || Math.floorDiv(nowMillis, options.reportMillis()) > Math.floorDiv(told, options.reportMillis());
        if (due || (cycle && group.isNews())) {
            return group.started() ? telling.ongoing(group) : telling.foreseen(group);
        }
        return group;
    }

    /** The next moment to look, not before the given one: each second, each cycle, and when a group's time is full. */
    private long lookAt(GatheringState state, long fromMillis, List<Group> groups) {
        Long looked = state.lookedMillis();
        long from = looked == null ? fromMillis : Math.max(fromMillis, looked + 1);
        long next = Math.min(multipleFrom(from, LOOK_MILLIS), multipleFrom(from, options.cycleMillis()));
        for (Group group : groups) {
            long full = group.onsetMillis() + options.minDurationMillis() + 1;
            if (!group.started() && full >= from) {
                next = Math.min(next, full);
            }
        }
        return next;
    }

    private static long multipleFrom(long fromMillis, long everyMillis) {
        return -Math.floorDiv(-fromMillis, everyMillis) * everyMillis;
    }
}
