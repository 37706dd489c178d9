package io.muster.rules.fence;

import org.jspecify.annotations.Nullable;

/**
 * What became of one person and one zone: at most one thing is told at a time.
 *
 * @param next null = left
 * @param change null = nothing to tell
 */
record Move(@Nullable Stay next, @Nullable Change change) {

    /** Wire words of {@link PresenceChange#reason()}. */
    static final String CROSSING = "crossing";

    static final String FLOOR_CHANGE = "floor_change";
    static final String TOLERANCE_TIMEOUT = "tolerance_timeout";
    static final String SIGNAL_TIMEOUT = "signal_timeout";
    static final String REAPPEARED = "reappeared";
    static final String GATE = "gate";
    static final String RELEASED = "released";
    static final String TAG_PUT_AWAY = "tag_put_away";
    static final String FENCE_ENDED = "fence_ended";
    static final String MOVEMENT = "movement";
    static final String PERSON = "person";

    /** What is told; the rest of a {@link PresenceChange} is the same for all zones. */
    record Change(
            String fenceId,
            Presence from,
            Presence to,
            @Nullable Crossing crossing,
            String reason,
            long sinceMillis) {}

    static Move nothing(@Nullable Stay stay) {
        return new Move(stay, null);
    }

    /** @param stay what is remembered from now on, with what is told from now on */
    static Move telling(Presence from, Stay stay, @Nullable Crossing crossing, String reason) {
        return new Move(stay, new Change(stay.fenceId(), from, stay.told(), crossing, reason, stay.sinceMillis()));
    }

    static Move left(Stay stay, @Nullable Crossing crossing, String reason) {
        return new Move(
                null, new Change(stay.fenceId(), stay.told(), Presence.ABSENT, crossing, reason, stay.sinceMillis()));
    }

    /** Gone: told as an exit where an entry was told, as an end of doubt where that was, and not at all where nothing was. */
    static Move gone(Stay stay, String reason) {
        return stay.told() == Presence.ABSENT
                ? nothing(null)
                : left(stay, stay.phase().entered() ? Crossing.EXIT : null, reason);
    }
}
