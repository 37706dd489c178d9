package io.muster.rules.fence;

import io.muster.rules.fuse.Position;
import io.muster.rules.place.Tolerances;
import io.muster.rules.place.ZoneTraits;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one person and one zone.
 *
 * @param told what subscribers know: ABSENT, POSSIBLE, CONFIRMED or STALE
 * @param sinceMillis event time of the first fix inside, or of the pass through the gate
 * @param surelyInside fixes in a row inside, on a floor that is sure, towards the confirmation of the entry
 * @param surelySinceMillis event time of the first of them
 * @param floor at the last fix inside whose floor was known; null = none was
 * @param outSinceMillis ordering time of the first fix outside since the last one inside; null while inside
 * @param exitAtMillis ordering time at which, without a further word, this is an exit; null = not at all
 * @param staleAtMillis ordering time at which, without a further word, this is stale; null = not at all
 * @param heldUntilMillis ordering time until which a gate that saw the person come in is believed and not the positions; null = no gate did
 * @param steadyUntilMillis ordering time until which positions do not take the person out who stands; null = this is not an entry that followed another soon
 * @param stillSinceMillis what was told of the person's stillness; null = moves, or not known
 * @param tolerances as they were when the zone was last within reach
 * @param traits as they were when the zone was last within reach
 */
public record Stay(
        String fenceId,
        Phase phase,
        Presence told,
        long sinceMillis,
        int surelyInside,
        long surelySinceMillis,
        @Nullable Double floor,
        @Nullable Long outSinceMillis,
        @Nullable Long exitAtMillis,
        @Nullable Long staleAtMillis,
        @Nullable Long heldUntilMillis,
        @Nullable Long steadyUntilMillis,
        @Nullable Long stillSinceMillis,
        Tolerances tolerances,
        ZoneTraits traits) {

    /** Of a state that was written before it held tolerances: until the next fix. */
    private static final Tolerances UNTIL_HEARD = new Tolerances(2, 3_000, 1, 5_000, 1_000, 10_000);

    public Stay {
        phase = phase == null ? Phase.ENTERING : phase;
        told = told == null ? Presence.ABSENT : told;
        tolerances = tolerances == null ? UNTIL_HEARD : tolerances;
        traits = traits == null ? ZoneTraits.NONE : traits;
    }

    /** A stay that begins, of which nothing is told yet. */
    static Stay arriving(String fenceId, long sinceMillis, Tolerances tolerances, ZoneTraits traits) {
        return new Stay(
                fenceId,
                Phase.ENTERING,
                Presence.ABSENT,
                sinceMillis,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                tolerances,
                traits);
    }

    /** Whether a position outside takes nobody out. */
    boolean isHeld(Position at) {
        Long gate = heldUntilMillis;
        Long steady = steadyUntilMillis;
        return (gate != null && at.timeMillis() < gate)
                || (steady != null && at.timeMillis() < steady && at.standingSinceMillis() != null);
    }

    /** Towards an entry. */
    Stay entering(Phase now, Presence nowTold, int surely, long surelySince, @Nullable Double nowFloor) {
        return new Stay(
                fenceId,
                now,
                nowTold,
                sinceMillis,
                surely,
                surelySince,
                nowFloor,
                outSinceMillis,
                exitAtMillis,
                staleAtMillis,
                heldUntilMillis,
                steadyUntilMillis,
                stillSinceMillis,
                tolerances,
                traits);
    }

    /** Of somebody who has entered: where they are now, and what comes of it without a further word. */
    Stay at(Phase now, Presence nowTold, @Nullable Long outSince, @Nullable Long exitAt, @Nullable Long staleAt) {
        return new Stay(
                fenceId,
                now,
                nowTold,
                sinceMillis,
                surelyInside,
                surelySinceMillis,
                floor,
                outSince,
                exitAt,
                staleAt,
                heldUntilMillis,
                steadyUntilMillis,
                stillSinceMillis,
                tolerances,
                traits);
    }

    Stay onFloor(@Nullable Double nowFloor) {
        return entering(phase, told, surelyInside, surelySinceMillis, nowFloor);
    }

    Stay held(long untilMillis) {
        return new Stay(
                fenceId,
                phase,
                told,
                sinceMillis,
                surelyInside,
                surelySinceMillis,
                floor,
                outSinceMillis,
                exitAtMillis,
                staleAtMillis,
                untilMillis,
                steadyUntilMillis,
                stillSinceMillis,
                tolerances,
                traits);
    }

    Stay steady(@Nullable Long untilMillis) {
        return new Stay(
                fenceId,
                phase,
                told,
                sinceMillis,
                surelyInside,
                surelySinceMillis,
                floor,
                outSinceMillis,
                exitAtMillis,
                staleAtMillis,
                heldUntilMillis,
                untilMillis,
                stillSinceMillis,
                tolerances,
                traits);
    }

    Stay still(@Nullable Long since) {
        return new Stay(
                fenceId,
                phase,
                told,
                sinceMillis,
                surelyInside,
                surelySinceMillis,
                floor,
                outSinceMillis,
                exitAtMillis,
                staleAtMillis,
                heldUntilMillis,
                steadyUntilMillis,
                since,
                tolerances,
                traits);
    }

    Stay by(Tolerances nowTolerances, ZoneTraits nowTraits) {
        if (nowTolerances.equals(tolerances) && nowTraits.equals(traits)) {
            return this;
        }
        return new Stay(
                fenceId,
                phase,
                told,
                sinceMillis,
                surelyInside,
                surelySinceMillis,
                floor,
                outSinceMillis,
                exitAtMillis,
                staleAtMillis,
                heldUntilMillis,
                steadyUntilMillis,
                stillSinceMillis,
                nowTolerances,
                nowTraits);
    }
}
