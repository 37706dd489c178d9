package io.muster.rules.fence;

import io.muster.rules.place.Tolerances;
import io.muster.rules.place.ZoneAt;
import org.jspecify.annotations.Nullable;

/**
 * What gates and control rooms do to one stay (loss is not exit: a silent person stays until seen elsewhere, passed out, or released).
 *
 * <table>
 * <caption>Stay and notice</caption>
 * <tr><th></th><th>passed out</th><th>passed in</th><th>released</th></tr>
 * <tr><td>(left)</td><td>-</td><td>of an area of the gate: INSIDE + entry, confirmed if the tag is heard, else stale</td><td>-</td></tr>
 * <tr><td>ENTERING</td><td>behind the gates: left</td><td>as (left)</td><td>silent: left</td></tr>
 * <tr><td>POSSIBLE</td><td>behind the gates: left</td><td>as (left)</td><td>silent: left</td></tr>
 * <tr><td>INSIDE, NEAR, BEYOND</td><td>behind the gates: left + exit</td><td>of an area of the gate: INSIDE, and held</td><td>-</td></tr>
 * <tr><td>the same, stale</td><td>anywhere: left + exit</td><td>of an area of the gate: INSIDE, and held; outside the gates: left + exit</td><td>left + exit</td></tr>
 * </table>
 *
 * A stay that began after the pass is not touched by it: the record of the pass came late.
 */
final class Notices {
    /** Where a zone never makes anybody stale: silent for longer than this is not heard. */
    static final long NEVER_STALE_MILLIS = 30_000;

    private Notices() {}

    /** @param passMillis event time of the pass */
    static Move passedOut(Stay stay, long passMillis) {
        boolean before = stay.sinceMillis() <= passMillis;
        return before && (stay.traits().behindGates() || stay.told() == Presence.STALE)
                ? Move.gone(stay, Move.GATE)
                : Move.nothing(stay);
    }

    /**
     * @param before null = left
     * @param area null = not one of those that the gate leads to
     * @param heardMillis ordering time of the last fix; null = none is known
     */
    static Move passedIn(
            @Nullable Stay before,
            @Nullable ZoneAt area,
            long nowMillis,
            long passMillis,
            @Nullable Long heardMillis,
            long holdMillis) {
        if (area == null) {
            boolean elsewhere = before != null
                    && before.told() == Presence.STALE
                    && !before.traits().behindGates()
                    && before.sinceMillis() <= passMillis;
            return before != null && elsewhere ? Move.gone(before, Move.GATE) : Move.nothing(before);
        }
        if (before != null && before.phase().entered()) {
            return Move.nothing(before.at(Phase.INSIDE, before.told(), null, null, before.staleAtMillis())
                    .held(holdMillis));
        }
        Stay stay = before == null
                ? Stay.arriving(area.fenceId(), passMillis, area.tolerances(), area.traits())
                : before.entering(before.phase(), before.told(), 0, 0, before.floor());
        boolean heard = isHeard(stay.tolerances(), nowMillis, heardMillis);
        long after = stay.tolerances().staleAfterMillis();
        Long staleAt = !heard || after < 0 || heardMillis == null ? null : Long.valueOf(heardMillis + after + 1);
        Stay inside = stay.at(Phase.INSIDE, heard ? Presence.CONFIRMED : Presence.STALE, null, null, staleAt)
                .held(holdMillis);
        return Move.telling(stay.told(), inside, Crossing.ENTRY, Move.GATE);
    }

    /** @param heardMillis ordering time of the last fix; null = none is known */
    static Move released(Stay stay, long nowMillis, @Nullable Long heardMillis) {
        boolean silent = stay.told() == Presence.STALE || !isHeard(stay.tolerances(), nowMillis, heardMillis);
        return silent ? Move.gone(stay, Move.RELEASED) : Move.nothing(stay);
    }

    private static boolean isHeard(Tolerances tolerances, long nowMillis, @Nullable Long heardMillis) {
        long after = tolerances.staleAfterMillis() < 0 ? NEVER_STALE_MILLIS : tolerances.staleAfterMillis();
        return heardMillis != null && nowMillis - heardMillis <= after;
    }
}
