package io.muster.rules.fence;

import io.muster.rules.fuse.Position;
import io.muster.rules.place.ZoneAt;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the {@link Phase} diagram that positions and silence make; those of gates and control rooms are {@link Notices}.
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
 *
 * A stay that a gate vouches for counts every sighting as inside until {@link Stay#heldUntilMillis()}.
 */
final class Transitions {

    private Transitions() {}

    /**
     * @param before null = left
     * @param zone null = not within reach; its fence is then that of {@code before}
     * @param steadyUntil of an entry that follows another one soon: until when who stands stays counted; null = it is the first
     */
    static Move onFix(@Nullable Stay before, @Nullable ZoneAt zone, Position at, @Nullable Long steadyUntil) {
        Sighting seen = Sighting.of(zone);
        if (before == null) {
            boolean inside = seen == Sighting.INSIDE || seen == Sighting.PERHAPS_INSIDE;
            return zone != null && inside
                    ? notEntered(
                            Stay.arriving(zone.fenceId(), at.eventMillis(), zone.tolerances(), zone.traits()),
                            zone,
                            seen,
                            at,
                            steadyUntil)
                    : Move.nothing(null);
        }
        Stay stay = zone == null ? before : before.by(zone.tolerances(), zone.traits());
        return stay.phase().entered() ? entered(stay, seen, at) : notEntered(stay, zone, seen, at, steadyUntil);
    }

    /**
     * The end of a temporary fence, an exit, or silence, whose time has come; in this order.
     *
     * @param out whether the newest word of a gate is that the person passed out
     */
    static Move onWake(Stay stay, @Nullable Position last, boolean out, long nowMillis) {
        Long endsAt = stay.traits().endsAtMillis();
        if (endsAt != null && endsAt <= nowMillis) {
            return Move.gone(stay, Move.FENCE_ENDED);
        }
        Long exitAt = stay.exitAtMillis();
        if (exitAt != null && exitAt <= nowMillis) {
            String reason = stay.phase() == Phase.NEAR ? Move.TOLERANCE_TIMEOUT : beyondReason(stay, last);
            return Move.left(stay, Crossing.EXIT, reason);
        }
        Long staleAt = stay.staleAtMillis();
        if (staleAt == null || staleAt > nowMillis) {
            return Move.nothing(stay);
        }
        if (out || stay.traits().tagsPutAway()) {
            return Move.gone(stay, out ? Move.GATE : Move.TAG_PUT_AWAY);
        }
        return stay.phase().entered()
                ? Move.telling(stay.told(), stale(stay), null, Move.SIGNAL_TIMEOUT)
                : Move.nothing(stay.at(stay.phase(), stay.told(), null, null, null));
    }

    private static Move notEntered(
            Stay stay, @Nullable ZoneAt zone, Sighting seen, Position at, @Nullable Long steadyUntil) {
        if (zone == null || seen == Sighting.NEAR || seen == Sighting.BEYOND) {
            // A beginning entry was never told; a doubt was.
            return Move.gone(stay, Move.CROSSING);
        }
        if (seen == Sighting.PERHAPS_INSIDE) {
            Stay possible = stay.entering(Phase.POSSIBLE, Presence.POSSIBLE, 0, 0, stay.floor());
            Stay heard = possible.at(Phase.POSSIBLE, Presence.POSSIBLE, null, null, staleAt(stay, at));
            return stay.told() == Presence.POSSIBLE
                    ? Move.nothing(heard)
                    : Move.telling(stay.told(), heard, null, Move.CROSSING);
        }
        int count = stay.surelyInside() + 1;
        long since = count == 1 ? at.eventMillis() : stay.surelySinceMillis();
        Double floor = knownFloor(stay, at);
        if (wholly(zone, at) || confirmed(zone, at, count, since)) {
            Stay inside = fresh(stay.entering(Phase.INSIDE, stay.told(), 0, 0, floor), Phase.INSIDE, null, null, at);
            return Move.telling(stay.told(), inside.steady(steadyUntil), Crossing.ENTRY, Move.CROSSING);
        }
        Stay entering = stay.entering(Phase.ENTERING, stay.told(), count, since, floor);
        // What was never told need not end; a doubt must.
        return Move.nothing(
                stay.told() == Presence.ABSENT
                        ? entering
                        : entering.at(Phase.ENTERING, stay.told(), null, null, staleAt(stay, at)));
    }

    private static boolean confirmed(ZoneAt zone, Position at, int count, long sinceMillis) {
        long confirmMillis = zone.tolerances().entryConfirmMillis();
        boolean longEnough = confirmMillis >= 0 && at.eventMillis() - sinceMillis >= confirmMillis;
        return count >= zone.tolerances().entryConfirmCount() || longEnough;
    }

    private static boolean wholly(ZoneAt zone, Position at) {
        return -zone.signedDistanceMetres() >= at.accuracyMetres();
    }

    private static Move entered(Stay stay, Sighting seen, Position at) {
        return switch (seen) {
            case INSIDE, PERHAPS_INSIDE -> {
                // A floor that got lost does not lose the person.
                Double floor = seen == Sighting.INSIDE ? knownFloor(stay, at) : stay.floor();
                yield heard(stay, fresh(stay.onFloor(floor), Phase.INSIDE, null, null, at));
            }
            case NEAR -> stay.isHeld(at) ? heard(stay, fresh(stay, Phase.INSIDE, null, null, at)) : near(stay, at);
            case BEYOND -> stay.isHeld(at) ? heard(stay, fresh(stay, Phase.INSIDE, null, null, at)) : beyond(stay, at);
        };
    }

    /** Time near runs from the first fix outside, so that stepping back and forth across the tolerance does not prolong it. */
    private static Move near(Stay stay, Position at) {
        long out = outSince(stay, at);
        long timeout = stay.tolerances().toleranceTimeoutMillis();
        if (timeout >= 0 && at.timeMillis() - out >= timeout) {
            return Move.left(stay, Crossing.EXIT, Move.TOLERANCE_TIMEOUT);
        }
        return heard(stay, fresh(stay, Phase.NEAR, out, timeout < 0 ? null : out + timeout, at));
    }

    private static Move beyond(Stay stay, Position at) {
        long delay = stay.tolerances().exitDelayMillis();
        if (stay.phase() == Phase.BEYOND || delay <= 0) {
            return Move.left(stay, Crossing.EXIT, beyondReason(stay, at));
        }
        long exitAt = at.timeMillis() + delay;
        if (stay.told() == Presence.STALE) {
            // Heard of, and not here: the exit is what there is to tell, unless the next fix is back inside.
            return Move.nothing(stay.at(Phase.BEYOND, Presence.STALE, outSince(stay, at), exitAt, null));
        }
        return Move.nothing(fresh(stay, Phase.BEYOND, outSince(stay, at), exitAt, at));
    }

    private static Move heard(Stay before, Stay now) {
        return before.told() == Presence.STALE
                ? Move.telling(Presence.STALE, now, null, Move.REAPPEARED)
                : Move.nothing(now);
    }

    private static String beyondReason(Stay stay, @Nullable Position at) {
        Double inside = stay.floor();
        Double now = at == null ? null : at.floor();
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

    /** Heard at {@code at}: confirmed, and stale when nothing is heard for longer than the zone allows. */
    private static Stay fresh(Stay s, Phase phase, @Nullable Long outSince, @Nullable Long exitAt, Position at) {
        return s.at(phase, Presence.CONFIRMED, outSince, exitAt, staleAt(s, at));
    }

    private static @Nullable Long staleAt(Stay s, Position at) {
        long after = s.tolerances().staleAfterMillis();
        return after < 0 ? null : at.timeMillis() + after + 1;
    }

    private static Stay stale(Stay s) {
        return s.at(s.phase(), Presence.STALE, s.outSinceMillis(), s.exitAtMillis(), null);
    }
}
