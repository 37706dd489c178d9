package io.muster.simulator.explore;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.TrackableMotion;
import io.muster.contract.plan.Plan;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.ZoneOccupancy;
import io.muster.simulator.radio.Interval;
import io.muster.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * All invariants of one site, asked after every record that the job writes about it. Records must come in the order of their time. Not safe for several
 * threads.
 */
public final class Invariants {
    private static final String READABLE = "readable";
    /** The names of all. */
    public static final List<String> NAMES = List.of(
            OneOpenAlarm.NAME,
            RaisedIsCleared.NAME,
            CountsArePeople.NAME,
            NobodyInTwoPlaces.NAME,
            NobodyVanishes.NAME,
            NamesItsPlan.NAME,
            READABLE);

    private static final long MARK_MILLIS = 10_000;
    /** A run that is wholly wrong would fill the memory. */
    private static final int MOST_BREACHES = 1_000;

    private final List<Invariant> all;
    private final List<Breach> breaches = new ArrayList<>();
    private long nextMark = Long.MIN_VALUE;

    /**
     * @param truth what really happened, presences included
     * @param onAir by person id, the intervals (epoch ms) in which the person is on site and the radio sees them as well as it can
     */
    public Invariants(Plan plan, Truth truth, Map<String, List<Interval>> onAir) {
        TrueStays stays = new TrueStays(truth.presences(), onAir);
        this.all = List.of(
                new OneOpenAlarm(),
                new RaisedIsCleared(truth.alarms()),
                new CountsArePeople(stays),
                new NobodyInTwoPlaces(plan),
                new NobodyVanishes(stays),
                new NamesItsPlan());
    }

    /**
     * A record of an output topic; topics that no invariant looks at are let go.
     *
     * @param timeMillis ordering time (epoch)
     */
    public void said(String topic, byte[] value, long timeMillis) {
        if (nextMark == Long.MIN_VALUE) {
            nextMark = Math.floorDiv(timeMillis, MARK_MILLIS) * MARK_MILLIS + MARK_MILLIS;
        }
        while (timeMillis > nextMark) {
            long mark = nextMark;
            all.forEach(each -> each.mark(mark, this::breach));
            nextMark += MARK_MILLIS;
        }
        try {
            switch (topic) {
                case "alarms" -> {
                    Alarm alarm = Json.readOwn(value, Alarm.class);
                    all.forEach(each -> each.alarm(alarm, timeMillis, this::breach));
                }
                case "zone-occupancy" -> {
                    ZoneOccupancy count = Json.readOwn(value, ZoneOccupancy.class);
                    all.forEach(each -> each.occupancy(count, timeMillis, this::breach));
                }
                case "trackable-motions" -> {
                    TrackableMotion motion = Json.readOwn(value, TrackableMotion.class);
                    all.forEach(each -> each.motion(motion, timeMillis, this::breach));
                }
                default -> {
                    // Nothing is promised about it here.
                }
            }
        } catch (Unreadable e) {
            breach(new Breach(READABLE, timeMillis, topic + ": " + e.getMessage()));
        }
    }

    /** When the job has said everything: what must hold at the end, too. */
    public List<Breach> end(long endMillis) {
        all.forEach(each -> each.end(endMillis, this::breach));
        return breaches();
    }

    /** All until now, in the order of time. */
    public List<Breach> breaches() {
        return Collections.unmodifiableList(breaches);
    }

    private void breach(Breach breach) {
        if (breaches.size() < MOST_BREACHES) {
            breaches.add(breach);
        }
    }
}
