package io.muster.simulator.radio;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one vendor as a whole, by time within a cycle. */
final class VendorFaults {
    /** What is lost arrives then. */
    static final long NEVER = Long.MAX_VALUE;

    static final VendorFaults NONE = new VendorFaults(List.of(), 0, Long.MAX_VALUE);

    /** A burst takes so long at least. */
    private static final long SHORTEST_BURST_MILLIS = 2_000;
    /** And so long that no more than about so many messages arrive a second. */
    private static final double BURST_MESSAGES_PER_SECOND = 2_000;

    /** @param drainMillis how long it takes to deliver after the end what was held */
    record Burst(Interval held, long drainMillis) {}

    private final VendorClock clock;
    private final List<Interval> outages = new ArrayList<>();
    private final List<Burst> bursts = new ArrayList<>();
    private final long cycleMillis;
    private final boolean delivers;

    /**
     * @param faults of this vendor
     * @param messagesPerSecond what it sends when all its tags are on the air
     * @param cycleMillis after which all of it comes again; {@link Long#MAX_VALUE} = never
     */
    VendorFaults(List<Fault> faults, double messagesPerSecond, long cycleMillis) {
        this.cycleMillis = cycleMillis;
        List<Fault> clocks = new ArrayList<>();
        for (Fault fault : faults) {
            Interval span = new Interval(fault.atMillis(), Spans.end(fault, cycleMillis));
            switch (fault.kind()) {
                case VENDOR_OUTAGE -> outages.add(span);
                case BUFFERED_BURST -> bursts.add(new Burst(span, drainMillis(span, messagesPerSecond)));
                case CLOCK_OFFSET, CLOCK_DRIFT, CLOCK_JUMP -> clocks.add(fault);
                default -> throw new IllegalArgumentException(fault.line() + ": not of a vendor: " + fault.kind());
            }
        }
        this.clock = new VendorClock(clocks);
        this.delivers = outages.isEmpty() && bursts.isEmpty();
    }

    private static long drainMillis(Interval span, double messagesPerSecond) {
        double held = (span.untilMillis() - span.fromMillis()) / 1000.0 * messagesPerSecond;
        return Math.max(SHORTEST_BURST_MILLIS, Math.round(held / BURST_MESSAGES_PER_SECOND * 1000));
    }

    /** @param millis simulated time */
    long clockOffsetMillis(long millis) {
        return clock.isRight() ? 0 : clock.offsetMillis(local(millis));
    }

    /**
     * Simulated time at which a message reaches the broker; {@link #NEVER} if it does not.
     *
     * @param millis simulated time at which it was made
     * @param delayMillis what the way takes when nothing is wrong
     */
    long arrivalMillis(long millis, long delayMillis) {
        if (delivers) {
            return millis + delayMillis;
        }
        long local = local(millis);
        for (Interval outage : outages) {
            if (outage.contains(local)) {
                return NEVER;
            }
        }
        for (Burst burst : bursts) {
            Interval held = burst.held();
            if (held.contains(local)) {
                return held.untilMillis() == Long.MAX_VALUE ? NEVER : millis - local + drained(burst, local);
            }
        }
        return millis + delayMillis;
    }

    /** What was held flows evenly, so that the order of a buffer needs no buffer here. */
    private static long drained(Burst burst, long local) {
        Interval held = burst.held();
        double share = (local - held.fromMillis()) / (double) (held.untilMillis() - held.fromMillis());
        return held.untilMillis() + (long) (share * burst.drainMillis());
    }

    /** When positions are missing, come late, or have a wrong time by more than {@code clockMillis}; time within the cycle. */
    List<Interval> doubts(long clockMillis) {
        List<Interval> doubts = new ArrayList<>(outages);
        for (Burst burst : bursts) {
            long until = burst.held().untilMillis();
            doubts.add(new Interval(
                    burst.held().fromMillis(), until == Long.MAX_VALUE ? until : until + burst.drainMillis()));
        }
        doubts.addAll(clock.wrongByMoreThan(clockMillis, cycleMillis));
        return Spans.joined(doubts);
    }

    private long local(long millis) {
        return cycleMillis == Long.MAX_VALUE ? millis : Math.floorMod(millis, cycleMillis);
    }
}
