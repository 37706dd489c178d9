package io.muster.simulator.explore;

import io.muster.simulator.radio.Interval;
import io.muster.simulator.truth.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The presences of a truth, to be asked whether somebody was surely inside, or surely outside, for a while. Times are epoch ms. */
final class TrueStays {
    private final Map<String, Map<String, List<Presence>>> byFence = new HashMap<>();
    private final Map<String, List<Interval>> onAir;

    /** @param onAir by person id, when the radio sees the person as well as it can; sorted, not overlapping */
    TrueStays(List<Presence> presences, Map<String, List<Interval>> onAir) {
        for (Presence presence : presences) {
            byFence.computeIfAbsent(presence.subject().id(), id -> new HashMap<>())
                    .computeIfAbsent(presence.trackableIds().get(0), id -> new ArrayList<>())
                    .add(presence);
        }
        this.onAir = onAir;
    }

    /** Fences of which the truth tells presences. */
    Set<String> fences() {
        return byFence.keySet();
    }

    Set<String> people() {
        return onAir.keySet();
    }

    boolean seen(String person, long from, long until) {
        for (Interval interval : onAir.getOrDefault(person, List.of())) {
            if (interval.fromMillis() <= from && interval.untilMillis() >= until) {
                return true;
            }
        }
        return false;
    }

    boolean surelyInside(String fence, String person, long from, long until) {
        boolean inside = false;
        for (Presence presence : stays(fence, person)) {
            if (presence.tolerated()) {
                if (overlaps(presence, from, until)) {
                    return false;
                }
            } else if (presence.onset().toEpochMilli() <= from && end(presence) >= until) {
                inside = true;
            }
        }
        return inside;
    }

    boolean surelyOutside(String fence, String person, long from, long until) {
        for (Presence presence : stays(fence, person)) {
            if (overlaps(presence, from, until)) {
                return false;
            }
        }
        return true;
    }

    private List<Presence> stays(String fence, String person) {
        return byFence.getOrDefault(fence, Map.of()).getOrDefault(person, List.of());
    }

    private static boolean overlaps(Presence presence, long from, long until) {
        return presence.onset().toEpochMilli() < until && end(presence) > from;
    }

    private static long end(Presence presence) {
        return presence.end() == null ? Long.MAX_VALUE : presence.end().toEpochMilli();
    }
}
