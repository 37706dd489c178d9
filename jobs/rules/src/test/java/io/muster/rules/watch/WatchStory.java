package io.muster.rules.watch;

import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.occupancy.ZoneInput;
import io.muster.rules.plan.ZoneDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plant of zones and people, and what is found about them. Times are {@code 90s} or {@code 90.5s} from the beginning. */
final class WatchStory {
    /** Nobody cares what people are called; these are their types, posts and dates. */
    private final Map<String, Who> people = new HashMap<>();

    private final Map<String, Driven<WatchState, ZoneInput, WatchOutput>> zones = new TreeMap<>();
    private final Map<String, Driven<PersonWatchState, ZoneVerdict, Finding>> persons = new TreeMap<>();
    private final Map<String, Map<String, Long>> entries = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final WatchOptions options;
    private long seq;
    private int plan;
    private long now = Long.MIN_VALUE;

    WatchStory() {
        this(WatchOptions.defaults());
    }

    WatchStory(WatchOptions options) {
        this.options = options;
    }

    static long millis(String time) {
        return Math.round(Double.parseDouble(time.substring(0, time.length() - 1)) * 1000);
    }

    static Who who(String type, @Nullable String post, @Nullable String validUntil) {
        return new Who("d", type, post, validUntil == null ? null : millis(validUntil), null);
    }

    WatchStory person(String id, Who who) {
        people.put(id, who);
        return this;
    }

    /** A plan version of these zones comes into force; all others stay as they are. */
    WatchStory plan(String at, Zones... given) {
        plan++;
        until(millis(at) - 1);
        for (Zones each : given) {
            give(each.fence(), ZoneInput.of(definition(at, each.fence(), each)));
        }
        return until(millis(at));
    }

    WatchStory planWithout(String at, String fence) {
        plan++;
        until(millis(at) - 1);
        give(fence, ZoneInput.of(definition(at, fence, null)));
        return until(millis(at));
    }

    private ZoneDefinition definition(String at, String fence, @Nullable Zones zone) {
        return new ZoneDefinition("s", fence, zone == null ? null : zone.rule(), "v" + plan, millis(at), ++seq);
    }

    WatchStory enters(String at, String id, String... fences) {
        return all(at, id, fences, Presence.CONFIRMED, "crossing", null, 0);
    }

    /** The fix inside was made earlier than it is decided. */
    WatchStory entersLate(String at, String lateBy, String id, String... fences) {
        return all(at, id, fences, Presence.CONFIRMED, "crossing", null, millis(lateBy));
    }

    WatchStory perhaps(String at, String id, String... fences) {
        return all(at, id, fences, Presence.POSSIBLE, "crossing", null, 0);
    }

    WatchStory leaves(String at, String id, String... fences) {
        return all(at, id, fences, Presence.ABSENT, "crossing", null, 0);
    }

    WatchStory released(String at, String id, String... fences) {
        return all(at, id, fences, Presence.ABSENT, WatchRule.RELEASED, null, 0);
    }

    WatchStory silent(String at, String id, String... fences) {
        return all(at, id, fences, Presence.STALE, "signal_timeout", null, 0);
    }

    WatchStory heard(String at, String id, String... fences) {
        return all(at, id, fences, Presence.CONFIRMED, "reappeared", null, 0);
    }

    WatchStory still(String at, String since, String id, String... fences) {
        return all(at, id, fences, Presence.CONFIRMED, "movement", millis(since), 0);
    }

    WatchStory sensorSaysStill(String at, String since, String id, String... fences) {
        return all(at, id, fences, Presence.STALE, "movement", millis(since), 0);
    }

    WatchStory moves(String at, String id, String... fences) {
        return all(at, id, fences, Presence.CONFIRMED, "movement", null, 0);
    }

    /** The people file changed. */
    WatchStory becomes(String at, String id, Who who, String... fences) {
        people.put(id, who);
        return all(at, id, fences, Presence.CONFIRMED, "person", null, 0);
    }

    private WatchStory all(
            String at,
            String id,
            String[] fences,
            Presence to,
            String reason,
            @Nullable Long still,
            long lateByMillis) {
        until(millis(at) - 1);
        for (String fence : fences) {
            give(fence, ZoneInput.of(change(millis(at), id, fence, to, reason, still, lateByMillis)));
        }
        return until(millis(at));
    }

    PresenceChange change(
            long time, String id, String fence, Presence to, String reason, @Nullable Long still, long lateBy) {
        Map<String, Long> since = entries.computeIfAbsent(fence, f -> new HashMap<>());
        long event = time - lateBy;
        long entry = since.computeIfAbsent(id, i -> event);
        if (to == Presence.ABSENT) {
            since.remove(id);
        }
        long fix = to == Presence.STALE ? event - 10_000 : event; // ten seconds of silence make somebody stale
        return new PresenceChange(
                "s",
                fence,
                id,
                people.getOrDefault(id, Who.of("d", "01")),
                Presence.ABSENT,
                to,
                null,
                reason,
                null,
                entry,
                "tag-" + id,
                Technology.UWB,
                1,
                2,
                0.0,
                0.5,
                fix,
                still,
                0,
                "v" + plan,
                List.of(),
                time,
                event,
                ++seq);
    }

    /** As one of several things of this moment: wake-ups of the moment come later. */
    void tell(String at, String id, String fence, Presence to, String reason, @Nullable Long still, long lateByMillis) {
        until(millis(at) - 1);
        give(fence, ZoneInput.of(change(millis(at), id, fence, to, reason, still, lateByMillis)));
    }

    /** As {@link #tell}. */
    void tellPlan(String at, String fence, @Nullable Zones zone) {
        plan++;
        until(millis(at) - 1);
        give(fence, ZoneInput.of(definition(at, fence, zone)));
    }

    /** Time comes to this moment, with all wake-ups: those of zones first, then those of people, as the watermark goes from stage to stage. */
    WatchStory until(String at) {
        return until(millis(at));
    }

    private WatchStory until(long millis) {
        while (true) {
            long next = Math.min(next(zones), next(persons));
            if (next > millis) {
                break;
            }
            zones.values().forEach(each -> each.wakeUpTo(next));
            passOn();
            persons.values().forEach(each -> each.wakeUpTo(next));
            collect();
        }
        now = Math.max(now, millis);
        return this;
    }

    void give(String fence, ZoneInput input) {
        zones.computeIfAbsent(fence, f -> new Driven<>(new WatchRule(options))).give(input);
        passOn();
    }

    private static long next(Map<String, ? extends Driven<?, ?, ?>> all) {
        return all.values().stream()
                .mapToLong(each -> {
                    Long at = each.wakeAt();
                    return at == null ? Long.MAX_VALUE : at;
                })
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void passOn() {
        zones.forEach((fence, zone) -> {
            for (WatchOutput each : fresh("z" + fence, zone.told())) {
                ZoneVerdict verdict = each.verdict();
                if (verdict != null) {
                    persons.computeIfAbsent(verdict.trackableId(), p -> new Driven<>(new PersonWatchRule()))
                            .give(verdict);
                }
                if (each.finding() != null) {
                    findings.add(each.finding());
                }
            }
        });
    }

    private void collect() {
        persons.forEach((id, person) -> findings.addAll(fresh("p" + id, person.told())));
    }

    private <E> List<E> fresh(String who, List<E> told) {
        int from = taken.getOrDefault(who, 0);
        taken.put(who, told.size());
        return List.copyOf(told.subList(from, told.size()));
    }

    /** All findings, one line each. */
    List<String> told() {
        return findings.stream().map(WatchStory::text).toList();
    }

    List<Finding> findings() {
        return findings;
    }

    @Nullable
    WatchState zone(String fence) {
        Driven<WatchState, ZoneInput, WatchOutput> zone = zones.get(fence);
        return zone == null ? null : zone.state();
    }

    /** Zones and people that want to be woken, and people of whom something is remembered. */
    List<String> leftOver() {
        List<String> left = new ArrayList<>();
        zones.forEach((fence, zone) -> {
            if (zone.wakeAt() != null) {
                left.add(fence + " wakes at " + zone.wakeAt());
            }
            WatchState state = zone.state();
            if (state != null && !(state.people().isEmpty() && state.verdicts().isEmpty())) {
                left.add(fence + " remembers " + state);
            }
        });
        persons.forEach((id, person) -> {
            if (person.wakeAt() != null || person.state() != null) {
                left.add(id + " wakes at " + person.wakeAt() + ", remembers " + person.state());
            }
        });
        return left;
    }

    static String text(Finding f) {
        String limit = f.limit() == null ? "" : " " + number(f, f.observed()) + "/" + number(f, f.limit());
        return seconds(f.timeMillis())
                + (f.active() ? " " : " ended ")
                + f.ruleId()
                + " "
                + (f.subjectType().equals("fence")
                        ? String.join(" ", f.trackableIds()) + " @ "
                        : f.subjectId() + " in ")
                + String.join(" ", f.fenceIds())
                + " since "
                + seconds(f.onsetMillis())
                + limit
                + " by "
                + f.planVersion();
    }

    private static String number(Finding f, @Nullable Double value) {
        boolean isCount = f.kind().equals(UnderStaffedRule.KIND);
        return value == null ? "-" : isCount ? String.valueOf(value.intValue()) : seconds(value.longValue());
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis / 1000.0 + "s";
    }
}
