package io.muster.rules.device;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.alarm.Finding;
import io.muster.rules.device.DeviceFindings.Fact;
import io.muster.rules.device.DeviceFindings.TagEvidence;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagSpot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TAG_SWAP_SUSPECTED, of each of the two people (key: site): two tags jump to each other's places at one moment, and stay. An excursion of the radio at
 * that moment hides no swap: where a tag settles counts, and before all of its jumps it was at one place. Ends when one of them
 * jumps again, is silent, or is carried by somebody else. Two that go back to where they
 * were are right again, and swapped no second time, also when a feed failed meanwhile. Only jumps, what comes of them, and silences come here, which are few.
 */
public final class SwapRule implements Rule<SwapState, TagNews, Finding> {
    private static final long serialVersionUID = 1;

    static final String TAG_SWAP = "tag_swap_suspected";
    private static final String STAGE = "device-swap";
    /** A swap is kept in mind for so long after a tag fell silent; a feed that fails comes back sooner, and the next shift takes its tags anew. */
    private static final long REMEMBERED_MILLIS = 3_600_000;

    private final DeviceOptions options;

    public SwapRule(DeviceOptions options) {
        this.options = options;
    }

    /** Whether the rule wants to know. */
    public static boolean concerns(TagNews news) {
        return switch (news.kind()) {
            case JUMPED, SETTLED, SILENT, GONE -> true;
            case HEARD, CLOCK_WRONG, CLOCK_RIGHT, STATUS -> false;
        };
    }

    @Override
    public Step<SwapState, Finding> onInput(@Nullable SwapState state, TagNews news) {
        if (state == null && news.kind() != TagNews.Kind.JUMPED) {
            return Step.of(null, List.of());
        }
        SwapState was =
                state == null ? new SwapState(news.site(), List.of(), List.of(), List.of(), 0, List.of()) : state;
        long now = news.timeMillis();
        if (news.kind() == TagNews.Kind.SETTLED) {
            return settled(was, news, now);
        }
        List<Swap> swaps = new ArrayList<>(was.swaps());
        List<Swap> over = stillInMind(was.over(), now);
        String undoes = null;
        for (Swap each : was.over()) {
            if (each.isOf(news.providerKey()) && news.kind() != TagNews.Kind.SILENT) {
                over.remove(each);
                undoes = each.with(news.providerKey());
            }
        }
        for (Swap each : was.swaps()) {
            if (each.isOf(news.providerKey())) {
                swaps.remove(each);
                undoes = each.told() ? each.with(news.providerKey()) : undoes;
                if (each.told() && news.kind() == TagNews.Kind.SILENT) {
                    over.add(new Swap(each.one(), each.other(), true, now));
                }
            }
        }
        List<Jump> jumps = new ArrayList<>();
        TagSpot from = news.before();
        TagSpot to = news.spot();
        for (Jump each : remembered(was.jumps(), now)) {
            if (!each.key().equals(news.providerKey())) {
                jumps.add(each);
                continue;
            }
            // It jumps once more on its way.
            undoes = undoes == null ? each.undoes() : undoes;
            if (from != null && to != null && isTogether(each.timeMillis(), now) && !isNear(each.from(), to)) {
                from = each.from();
            }
        }
        if (from != null && to != null) {
            Jump jump = new Jump(
                    news.trackableId(), news.providerId(), news.providerKey(), news.vendor(), from, to, now, undoes);
            match(jump, jumps, swaps, now);
            jumps.add(jump);
        }
        return step(was, jumps, swaps, over, now);
    }

    /** What it jumped to may have been an excursion of the radio: with where it is now it is compared again. */
    private Step<SwapState, Finding> settled(SwapState was, TagNews news, long now) {
        List<Jump> jumps = new ArrayList<>();
        List<Swap> swaps = new ArrayList<>(was.swaps());
        Jump landed = null;
        TagSpot there = news.spot();
        for (Jump each : remembered(was.jumps(), now)) {
            if (there != null && each.key().equals(news.providerKey())) {
                landed = each.landing(there);
                jumps.add(landed);
            } else {
                jumps.add(each);
            }
        }
        if (landed != null && swaps.stream().noneMatch(each -> each.isOf(news.providerKey()))) {
            match(landed, jumps, swaps, now);
        }
        return step(was, jumps, swaps, was.over(), now);
    }

    /** With the first that went the other way. */
    private void match(Jump jump, List<Jump> others, List<Swap> swaps, long now) {
        for (Jump each : others) {
            if (!each.trackableId().equals(jump.trackableId())
                    && isTogether(each.timeMillis(), jump.timeMillis())
                    && !jump.key().equals(each.undoes())
                    && !each.key().equals(jump.undoes())
                    && isSwap(each, jump)) {
                swaps.add(new Swap(each, jump, false, now));
                return;
            }
        }
    }

    private boolean isTogether(long oneMillis, long otherMillis) {
        return Math.abs(oneMillis - otherMillis) <= options.swapTogetherMillis();
    }

    @Override
    public Step<SwapState, Finding> onWake(SwapState state, long nowMillis) {
        List<Swap> swaps = new ArrayList<>();
        for (Swap each : state.swaps()) {
            boolean lasts = nowMillis >= each.timeMillis() + options.swapLastsMillis();
            swaps.add(lasts ? new Swap(each.one(), each.other(), true, each.timeMillis()) : each);
        }
        return step(
                state, remembered(state.jumps(), nowMillis), swaps, stillInMind(state.over(), nowMillis), nowMillis);
    }

    private long jumpForgotten(Jump jump) {
        // Its partner may come as much later, and takes a while to settle.
        return jump.timeMillis() + 2 * options.swapTogetherMillis();
    }

    private List<Jump> remembered(List<Jump> jumps, long nowMillis) {
        List<Jump> remembered = new ArrayList<>(jumps);
        remembered.removeIf(each -> jumpForgotten(each) <= nowMillis);
        return remembered;
    }

    private static List<Swap> stillInMind(List<Swap> over, long nowMillis) {
        List<Swap> remembered = new ArrayList<>(over);
        remembered.removeIf(each -> each.timeMillis() <= nowMillis - REMEMBERED_MILLIS);
        return remembered;
    }

    private boolean isSwap(Jump one, Jump other) {
        return isNear(one.from(), other.to()) && isNear(one.to(), other.from());
    }

    private boolean isNear(TagSpot one, TagSpot other) {
        double seconds = Math.abs(one.fixMillis() - other.fixMillis()) / 1000.0;
        return one.distanceTo(other)
                <= options.swapMetres() + 2 * (one.accuracyMetres() + other.accuracyMetres()) + seconds;
    }

    private Step<SwapState, Finding> step(
            SwapState was, List<Jump> jumps, List<Swap> swaps, List<Swap> over, long nowMillis) {
        DeviceFindings findings = new DeviceFindings(was.site(), STAGE, nowMillis, was.told(), was.seq());
        for (Finding each : was.told()) {
            if (swaps.stream().noneMatch(swap -> swap.told() && swap.isAbout(each.subjectId()))) {
                findings.end(TAG_SWAP, each.subjectId());
            }
        }
        long wake = Long.MAX_VALUE;
        for (Swap each : swaps) {
            if (each.told()) {
                tell(findings, each.one(), each.other());
                tell(findings, each.other(), each.one());
            } else {
                wake = Math.min(wake, each.timeMillis() + options.swapLastsMillis());
            }
        }
        if (jumps.isEmpty()
                && swaps.isEmpty()
                && over.isEmpty()
                && findings.told().isEmpty()) {
            return Step.of(null, findings.events());
        }
        for (Jump each : jumps) {
            wake = Math.min(wake, jumpForgotten(each));
        }
        for (Swap each : over) {
            wake = Math.min(wake, each.timeMillis() + REMEMBERED_MILLIS);
        }
        return Step.of(
                new SwapState(
                        was.site(),
                        List.copyOf(jumps),
                        List.copyOf(swaps),
                        findings.told(),
                        findings.seq(),
                        List.copyOf(over)),
                findings.events(),
                wake == Long.MAX_VALUE ? null : Long.valueOf(wake));
    }

    private static void tell(DeviceFindings findings, Jump of, Jump with) {
        findings.begin(new Fact(
                TAG_SWAP,
                "trackable",
                of.trackableId(),
                Math.max(of.timeMillis(), with.timeMillis()),
                List.of(of.trackableId(), with.trackableId()).stream().sorted().toList(),
                List.of(),
                null,
                of.from().distanceTo(of.to()),
                "",
                of.vendor(),
                new TagEvidence(of.trackableId(), of.providerId(), of.to())));
    }
}
