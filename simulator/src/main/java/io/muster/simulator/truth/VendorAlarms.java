package io.muster.simulator.truth;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.Vendors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The alarms that follow from what is wrong with a vendor as a whole: nothing comes from it, or its clock is wrong. */
final class VendorAlarms {
    /** Silence of a feed: twice the 5 s between positions that AQ 3064.3 asks of each tag. */
    private static final long SILENT_MILLIS = 10_000;

    private static final long SILENT_LEAST_MILLIS = 20_000;
    /** Of fewer tags nobody can say whether their feed is silent or they are. */
    private static final int ENOUGH_TAGS = 5;

    private static final long BEFORE_MILLIS = 60_000;
    /** A clock that is further ahead than this is wrong. */
    private static final long AHEAD_MILLIS = 2_000;
    /** On the way nothing takes longer than this, so that it surely is seen. */
    private static final long SURELY_AHEAD_MILLIS = 2_500;

    private static final long BEHIND_MILLIS = 60_000;
    private static final long SURELY_BEHIND_MILLIS = 61_000;
    private static final long PERHAPS_AHEAD_MILLIS = 1_500;
    private static final long PERHAPS_BEHIND_MILLIS = 4_000;
    /** How long it must be so: ten positions of a tag that is behind. */
    private static final long AHEAD_LEAST_MILLIS = 10_000;

    private static final long BEHIND_LEAST_MILLIS = 30_000;
    private static final long AFTER_MILLIS = 60_000;
    private static final long LOOK_MILLIS = 1_000;

    private final Run run;
    private final List<Happening> found = new ArrayList<>();

    private VendorAlarms(Run run) {
        this.run = run;
    }

    /** All of a run until its horizon, in no order. */
    static List<Happening> of(Run run) {
        VendorAlarms alarms = new VendorAlarms(run);
        for (String vendor : Vendors.ALL) {
            alarms.silence(vendor);
            alarms.clock(vendor);
        }
        return alarms.found;
    }

    private void silence(String vendor) {
        Spans outages = run.outages(technology(vendor));
        for (int i = 0; i < outages.size(); i++) {
            long from = outages.from(i);
            boolean isHeardBefore = run.tags(technology(vendor), from - BEFORE_MILLIS) >= ENOUGH_TAGS
                    && run.tags(technology(vendor), from) >= ENOUGH_TAGS
                    && from >= LOOK_MILLIS;
            boolean isLong = outages.length(i) >= SILENT_LEAST_MILLIS;
            add(AlarmKind.VENDOR_FEED_SILENT, vendor, from, SILENT_MILLIS, outages.until(i), !isHeardBefore || !isLong);
        }
        if (run.allTags(technology(vendor)) < ENOUGH_TAGS) {
            return;
        }
        Spans few = run.fewTags(technology(vendor), ENOUGH_TAGS);
        for (int i = 0; i < few.size(); i++) {
            add(AlarmKind.VENDOR_FEED_SILENT, vendor, few.from(i), 0, few.until(i) + AFTER_MILLIS, true);
        }
    }

    private void clock(String vendor) {
        boolean isRight = run.faults().all().stream()
                .noneMatch(fault -> vendor.equals(fault.vendor()) && isOfClock(fault.kind()));
        for (long cycle = 0; cycle * run.cycleMillis() < run.horizonMillis(); cycle++) {
            for (Fault burst : run.faults().of(FaultKind.BUFFERED_BURST)) {
                if (vendor.equals(burst.vendor()) && burst.forMillis() != null) {
                    long end = cycle * run.cycleMillis() + burst.atMillis() + burst.forMillis();
                    add(AlarmKind.CLOCK_FAULT, vendor, end, 0, end + AFTER_MILLIS, true);
                }
            }
        }
        if (isRight) {
            return;
        }
        Spans ahead = when(at -> offset(vendor, at) > AHEAD_MILLIS);
        Spans surelyAhead = when(at -> offset(vendor, at) > SURELY_AHEAD_MILLIS);
        Spans behind = when(at -> offset(vendor, at) < -BEHIND_MILLIS);
        Spans surelyBehind = when(at -> offset(vendor, at) < -SURELY_BEHIND_MILLIS);
        Spans perhaps =
                when(at -> offset(vendor, at) > PERHAPS_AHEAD_MILLIS || offset(vendor, at) < -PERHAPS_BEHIND_MILLIS);
        for (int i = 0; i < perhaps.size(); i++) {
            add(AlarmKind.CLOCK_FAULT, vendor, perhaps.from(i), 0, perhaps.until(i) + AFTER_MILLIS, true);
        }
        truths(vendor, ahead, surelyAhead, AHEAD_LEAST_MILLIS);
        truths(vendor, behind, surelyBehind, BEHIND_LEAST_MILLIS);
    }

    private void truths(String vendor, Spans wrong, Spans surely, long least) {
        for (int i = 0; i < surely.size(); i++) {
            int index = wrong.indexAt(surely.from(i));
            boolean isSeen = surely.length(i) >= least + LOOK_MILLIS
                    && !run.outages(technology(vendor)).touches(surely.from(i), surely.from(i) + least)
                    && run.tags(technology(vendor), surely.from(i)) > 0;
            if (index >= 0 && isSeen) {
                long onset = surely.from(i) - wrong.from(index) > LOOK_MILLIS ? surely.from(i) : wrong.from(index);
                add(AlarmKind.CLOCK_FAULT, vendor, onset, least, surely.until(i), false);
            }
        }
    }

    private static boolean isOfClock(FaultKind kind) {
        return kind == FaultKind.CLOCK_OFFSET || kind == FaultKind.CLOCK_DRIFT || kind == FaultKind.CLOCK_JUMP;
    }

    private long offset(String vendor, long millis) {
        return run.faults().radio().clockOffsetMillis(vendor, millis);
    }

    private Spans when(LongPredicate holds) {
        Spans spans = new Spans();
        for (long at = 0; at < run.horizonMillis(); at += LOOK_MILLIS) {
            if (holds.test(at)) {
                spans.add(at, at + LOOK_MILLIS);
            }
        }
        return spans;
    }

    private static Tag.Technology technology(String vendor) {
        return vendor.equals(Vendors.UWB) ? Tag.Technology.UWB : Tag.Technology.BLE;
    }

    private void add(AlarmKind kind, String vendor, long onset, long lasts, long end, boolean tolerated) {
        long due = onset + lasts + Happening.ALLOWANCE_MILLIS;
        found.add(new Happening(kind, new Subject("vendor", vendor), onset, due, end, List.of(), null, tolerated));
    }
}
