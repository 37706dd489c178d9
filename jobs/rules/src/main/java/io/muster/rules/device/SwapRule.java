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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * TAG_SWAP_SUSPECTED, of each of the two people (key: site): two tags jump to each other's places at one moment, and stay. An excursion of the radio at
 * that moment hides no swap: where a tag settles counts, and before all of its jumps it was at one place. Nor does a later one end it: a tag that jumps and
 * settles where it was is still swapped.
 *
 * <p>Ends when the two jump to each other's places again, and are right then; when one of them settles elsewhere, is silent, or is carried by somebody else.
 * Whatever but the last ended it is kept in mind for a while: two that go back later are right again too, and swapped no second time. Only jumps, what
 * comes of them, and silences come here, which are few.
 */
public final class SwapRule implements Rule<SwapState, TagNews, Finding> {
    private static final long serialVersionUID = 1;

    static final String TAG_SWAP = "tag_swap_suspected";
    private static final String STAGE = "device-swap";
    /** A swap is kept in mind for so long after nobody can say any more that it lasts; the next shift takes its tags anew. */
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
        Table table = new Table(
                state == null ? new SwapState(news.site(), List.of(), List.of(), List.of(), 0, List.of()) : state,
                news.timeMillis());
        String key = news.providerKey();
        TagSpot before = news.before();
        TagSpot spot = news.spot();
        switch (news.kind()) {
            case JUMPED -> {
                if (before != null && spot != null) {
                    table.jumped(new Jump(
                            news.trackableId(),
                            news.providerId(),
                            key,
                            news.vendor(),
                            before,
                            spot,
                            table.now,
                            table.now,
                            false));
                }
            }
            case SETTLED -> {
                if (spot != null) {
                    table.settled(key, spot);
                }
            }
            case SILENT -> table.lost(key, true);
            default -> table.lost(key, false);
        }
        return table.step();
    }

    @Override
    public Step<SwapState, Finding> onWake(SwapState state, long nowMillis) {
        Table table = new Table(state, nowMillis);
        table.swaps.replaceAll(
                each -> nowMillis >= each.timeMillis() + options.swapLastsMillis() ? each.lasting() : each);
        return table.step();
    }

    /** What is known at one moment. */
    private final class Table {
        private final SwapState was;
        private final long now;
        private final List<Jump> jumps;
        private final List<Swap> swaps;
        private final List<Swap> over;

        Table(SwapState was, long now) {
            this.was = was;
            this.now = now;
            this.jumps = without(was.jumps(), each -> forgottenAt(each) <= now);
            this.swaps = new ArrayList<>(was.swaps());
            this.over = without(was.over(), each -> each.timeMillis() + REMEMBERED_MILLIS <= now);
        }

        void jumped(Jump jump) {
            String key = jump.key();
            Jump before = null;
            for (Jump each : jumps) {
                before = each.key().equals(key) && now - each.timeMillis() <= options.swapTogetherMillis()
                        ? each
                        : before;
            }
            // There and back is no way at all.
            boolean isBack = before != null && isBack(before, jump.to());
            for (Swap each : List.copyOf(swaps)) {
                if (each.isOf(key) && !each.told()) {
                    // Neither may jump again before it is told: the other one is looked for anew.
                    swaps.remove(each);
                    jumps.replaceAll(of -> each.isOf(of.key()) ? of.answered(false) : of);
                } else if (each.isOf(key) && isBack) {
                    swaps.set(swaps.indexOf(each), each.undoubted(key));
                } else if (each.isOf(key) && each.doubt(key) == null) {
                    swaps.set(swaps.indexOf(each), each.doubted(jump));
                }
            }
            jumps.removeIf(each -> each.key().equals(key));
            if (!isBack) {
                Jump whole = before == null ? jump : jump.after(before);
                jumps.add(whole);
                match(whole);
            }
        }

        /** What it jumped to may have been an excursion of the radio: with where it is now it is compared again. */
        void settled(String key, TagSpot there) {
            for (Jump each : List.copyOf(jumps)) {
                if (each.key().equals(key)) {
                    Jump landed = each.landing(there);
                    jumps.set(jumps.indexOf(each), landed);
                    match(landed);
                }
            }
            for (Swap each : List.copyOf(swaps)) {
                Jump doubt = each.doubt(key);
                if (doubt != null && isBack(doubt, there)) {
                    swaps.set(swaps.indexOf(each), each.undoubted(key));
                } else if (doubt != null) {
                    swaps.remove(each);
                    over.add(each.overAt(now));
                }
            }
        }

        /** Whether a tag is, after a jump, where it was before: as far as somebody walks meanwhile. */
        private boolean isBack(Jump jump, TagSpot there) {
            return isNear(jump.from(), there, now - jump.sinceMillis());
        }

        /** @param isComingBack with the same person, perhaps */
        void lost(String key, boolean isComingBack) {
            jumps.removeIf(each -> each.key().equals(key));
            for (Swap each : List.copyOf(swaps)) {
                if (each.isOf(key)) {
                    swaps.remove(each);
                    if (each.told() && isComingBack) {
                        over.add(each.overAt(now));
                    }
                }
            }
            over.removeIf(each -> !isComingBack && each.isOf(key));
        }

        /** With the first that went the other way: swapped, or, where they were, right again. */
        private void match(Jump jump) {
            for (Jump each : jumps) {
                if (!jump.answered()
                        && !each.answered()
                        && !each.trackableId().equals(jump.trackableId())
                        && isTogether(each, jump)
                        && isSwap(each, jump)) {
                    boolean isBack = swaps.removeIf(swap -> swap.told() && swap.isOf(each, jump))
                            || over.removeIf(swap -> swap.isOf(each, jump));
                    if (!isBack) {
                        swaps.add(new Swap(each, jump, false, now, List.of()));
                    }
                    jumps.replaceAll(of -> of.equals(each) || of.equals(jump) ? of.answered(true) : of);
                    return;
                }
            }
        }

        Step<SwapState, Finding> step() {
            DeviceFindings findings = new DeviceFindings(was.site(), STAGE, now, was.told(), was.seq());
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
                wake = Math.min(wake, forgottenAt(each));
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
    }

    /** Its partner may come as much later, and takes a while to settle. */
    private long forgottenAt(Jump jump) {
        return jump.timeMillis() + 2 * options.swapTogetherMillis();
    }

    private boolean isTogether(Jump one, Jump other) {
        return one.sinceMillis() - other.timeMillis() <= options.swapTogetherMillis()
                && other.sinceMillis() - one.timeMillis() <= options.swapTogetherMillis();
    }

    private boolean isSwap(Jump one, Jump other) {
        return isNear(one.from(), other.to()) && isNear(one.to(), other.from());
    }

    private boolean isNear(TagSpot one, TagSpot other) {
        return isNear(one, other, Math.abs(one.fixMillis() - other.fixMillis()));
    }

    private boolean isNear(TagSpot one, TagSpot other, long apartMillis) {
        return one.distanceTo(other)
                <= options.swapMetres() + 2 * (one.accuracyMetres() + other.accuracyMetres()) + apartMillis / 1000.0;
    }

    private static <T> List<T> without(List<T> all, Predicate<T> forgotten) {
        List<T> left = new ArrayList<>(all);
        left.removeIf(forgotten);
        return left;
    }

    private void tell(DeviceFindings findings, Jump of, Jump with) {
        findings.begin(new Fact(
                TAG_SWAP,
                "trackable",
                of.trackableId(),
                Math.max(of.timeMillis(), with.timeMillis()),
                List.of(of.trackableId(), with.trackableId()).stream().sorted().toList(),
                List.of(),
                null,
                of.from().distanceTo(of.to()),
                options.planVersion(),
                of.vendor(),
                new TagEvidence(of.trackableId(), of.providerId(), of.to())));
    }
}
