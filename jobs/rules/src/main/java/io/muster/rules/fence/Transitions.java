package io.muster.rules.fence;

import io.muster.rules.fuse.Position;
import io.muster.rules.place.ZoneAt;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the {@link Phase} diagram.
 *
 * <table>
 * <caption>Phase and sighting</caption>
 * <tr><th></th><th>inside</th><th>perhaps inside</th><th>near</th><th>beyond</th></tr>
 * <tr><td>(left)</td><td>ENTERING, or INSIDE + entry</td><td>POSSIBLE</td><td>-</td><td>-</td></tr>
 * <tr><td>ENTERING</td><td>ENTERING, or INSIDE + entry</td><td>POSSIBLE</td><td>left</td><td>left</td></tr>
 * <tr><td>POSSIBLE</td><td>ENTERING, or INSIDE + entry</td><td>POSSIBLE</td><td>left</td><td>left</td></tr>
 * <tr><td>INSIDE</td><td>INSIDE</td><td>INSIDE</td><td>NEAR, or left + exit</td><td>BEYOND, or left + exit</td></tr>
 * <tr><td>NEAR</td><td>INSIDE</td><td>INSIDE</td><td>NEAR, or left + exit</td><td>BEYOND, or left + exit</td></tr>
 * <tr><td>BEYOND</td><td>INSIDE</td><td>INSIDE</td><td>NEAR, or left + exit</td><td>left + exit</td></tr>
 * </table>
 */
final class Transitions {

    private Transitions() {}

    /**
     * @param before null = left
     * @param zone null = not within reach; its fence is then that of {@code before}
     */
    static Move onFix(@Nullable Stay before, @Nullable ZoneAt zone, Position at) {
        Sighting seen = Sighting.of(zone);
        if (before == null) {
            boolean inside = seen == Sighting.INSIDE || seen == Sighting.PERHAPS_INSIDE;
            return zone != null && inside ? notEntered(arriving(zone, at), zone, seen, at) : Move.nothing(null);
        }
        Stay stay = zone == null ? before : withTolerancesOf(before, zone);
        return stay.phase().entered() ? entered(stay, seen, at) : notEntered(stay, zone, seen, at);
    }

    /** An exit, or silence, whose time has come; an exit first. */
    static Move onWake(Stay stay, Position last, long nowMillis) {
        Long exitAt = stay.exitAtMillis();
        if (exitAt != null && exitAt <= nowMillis) {
            String reason = stay.phase() == Phase.NEAR ? Move.TOLERANCE_TIMEOUT : beyondReason(stay, last);
            return Move.left(stay, Crossing.EXIT, reason);
        }
        Long staleAt = stay.staleAtMillis();
        if (staleAt != null && staleAt <= nowMillis) {
            return Move.telling(stay.told(), stale(stay), null, Move.SIGNAL_TIMEOUT);
        }
        return Move.nothing(stay);
    }

    private static Move notEntered(Stay stay, @Nullable ZoneAt zone, Sighting seen, Position at) {
        if (zone == null || seen == Sighting.NEAR || seen == Sighting.BEYOND) {
            // A beginning entry was never told; a doubt was.
            return stay.told() == Presence.ABSENT ? Move.nothing(null) : Move.left(stay, null, Move.CROSSING);
        }
        if (seen == Sighting.PERHAPS_INSIDE) {
            Stay possible = with(stay, Phase.POSSIBLE, Presence.POSSIBLE, 0, 0, stay.floor());
            return stay.told() == Presence.POSSIBLE
                    ? Move.nothing(possible)
                    : Move.telling(stay.told(), possible, null, Move.CROSSING);
        }
        int count = stay.surelyInside() + 1;
        long since = count == 1 ? at.eventMillis() : stay.surelySinceMillis();
        Double floor = knownFloor(stay, at);
        if (confirmed(zone, at, count, since)) {
            Stay inside = fresh(with(stay, Phase.INSIDE, stay.told(), 0, 0, floor), Phase.INSIDE, null, null, at);
            return Move.telling(stay.told(), inside, Crossing.ENTRY, Move.CROSSING);
        }
        return Move.nothing(with(stay, Phase.ENTERING, stay.told(), count, since, floor));
    }

    private static boolean confirmed(ZoneAt zone, Position at, int count, long sinceMillis) {
        boolean longEnough =
                zone.entryConfirmMillis() >= 0 && at.eventMillis() - sinceMillis >= zone.entryConfirmMillis();
        boolean wholly = -zone.signedDistanceMetres() >= at.accuracyMetres();
        return count >= zone.entryConfirmCount() || longEnough || wholly;
    }

    private static Move entered(Stay stay, Sighting seen, Position at) {
        return switch (seen) {
            case INSIDE, PERHAPS_INSIDE -> {
                // A floor that got lost does not lose the person.
                Double floor = seen == Sighting.INSIDE ? knownFloor(stay, at) : stay.floor();
                yield heard(stay, fresh(withFloor(stay, floor), Phase.INSIDE, null, null, at));
            }
            case NEAR -> near(stay, at);
            case BEYOND -> beyond(stay, at);
        };
    }

    /** Time near runs from the first fix outside, so that stepping back and forth across the tolerance does not prolong it. */
    private static Move near(Stay stay, Position at) {
        long out = outSince(stay, at);
        long timeout = stay.toleranceTimeoutMillis();
        if (timeout >= 0 && at.timeMillis() - out >= timeout) {
            return Move.left(stay, Crossing.EXIT, Move.TOLERANCE_TIMEOUT);
        }
        return heard(stay, fresh(stay, Phase.NEAR, out, timeout < 0 ? null : out + timeout, at));
    }

    private static Move beyond(Stay stay, Position at) {
        if (stay.phase() == Phase.BEYOND || stay.exitDelayMillis() <= 0) {
            return Move.left(stay, Crossing.EXIT, beyondReason(stay, at));
        }
        long exitAt = at.timeMillis() + stay.exitDelayMillis();
        if (stay.told() == Presence.STALE) {
            // Heard of, and not here: the exit is what there is to tell, unless the next fix is back inside.
            return Move.nothing(with(stale(stay), Phase.BEYOND, outSince(stay, at), exitAt, null));
        }
        return Move.nothing(fresh(stay, Phase.BEYOND, outSince(stay, at), exitAt, at));
    }

    private static Move heard(Stay before, Stay now) {
        return before.told() == Presence.STALE
                ? Move.telling(Presence.STALE, now, null, Move.REAPPEARED)
                : Move.nothing(now);
    }

    private static String beyondReason(Stay stay, Position at) {
        Double inside = stay.floor();
        Double now = at.floor();
        return inside != null && now != null && !inside.equals(now) ? Move.FLOOR_CHANGE : Move.CROSSING;
    }

    private static long outSince(Stay stay, Position at) {
        Long out = stay.outSinceMillis();
        return out == null ? at.timeMillis() : out;
    }

    private static @Nullable Double knownFloor(Stay stay, Position at) {
        Double floor = at.floor();
        return floor == null ? stay.floor() : floor;
    }

    private static Stay arriving(ZoneAt zone, Position at) {
        return new Stay(
                zone.fenceId(),
                Phase.ENTERING,
                Presence.ABSENT,
                at.eventMillis(),
                0,
                0,
                null,
                null,
                null,
                null,
                zone.toleranceTimeoutMillis(),
                zone.exitDelayMillis(),
                zone.staleAfterMillis());
    }

    /** Heard at {@code at}: confirmed, and stale when nothing is heard for longer than the zone allows. */
    private static Stay fresh(Stay s, Phase phase, @Nullable Long outSince, @Nullable Long exitAt, Position at) {
        Long staleAt = s.staleAfterMillis() < 0 ? null : Long.valueOf(at.timeMillis() + s.staleAfterMillis() + 1);
        return with(told(s, Presence.CONFIRMED), phase, outSince, exitAt, staleAt);
    }

    private static Stay stale(Stay s) {
        return with(told(s, Presence.STALE), s.phase(), s.outSinceMillis(), s.exitAtMillis(), null);
    }

    private static Stay told(Stay s, Presence told) {
        return with(s, s.phase(), told, s.surelyInside(), s.surelySinceMillis(), s.floor());
    }

    private static Stay withFloor(Stay s, @Nullable Double floor) {
        return with(s, s.phase(), s.told(), s.surelyInside(), s.surelySinceMillis(), floor);
    }

    private static Stay with(
            Stay s, Phase phase, Presence told, int surelyInside, long surelySinceMillis, @Nullable Double floor) {
        return new Stay(
                s.fenceId(),
                phase,
                told,
                s.sinceMillis(),
                surelyInside,
                surelySinceMillis,
                floor,
                s.outSinceMillis(),
                s.exitAtMillis(),
                s.staleAtMillis(),
                s.toleranceTimeoutMillis(),
                s.exitDelayMillis(),
                s.staleAfterMillis());
    }

    private static Stay with(
            Stay s, Phase phase, @Nullable Long outSince, @Nullable Long exitAt, @Nullable Long staleAt) {
        return new Stay(
                s.fenceId(),
                phase,
                s.told(),
                s.sinceMillis(),
                s.surelyInside(),
                s.surelySinceMillis(),
                s.floor(),
                outSince,
                exitAt,
                staleAt,
                s.toleranceTimeoutMillis(),
                s.exitDelayMillis(),
                s.staleAfterMillis());
    }

    private static Stay withTolerancesOf(Stay s, ZoneAt zone) {
        return new Stay(
                s.fenceId(),
                s.phase(),
                s.told(),
                s.sinceMillis(),
                s.surelyInside(),
                s.surelySinceMillis(),
                s.floor(),
                s.outSinceMillis(),
                s.exitAtMillis(),
                s.staleAtMillis(),
                zone.toleranceTimeoutMillis(),
                zone.exitDelayMillis(),
                zone.staleAfterMillis());
    }
}
