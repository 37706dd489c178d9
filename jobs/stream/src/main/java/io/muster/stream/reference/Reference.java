package io.muster.stream.reference;

import org.jspecify.annotations.Nullable;

/**
 * One version of a plan, or of a person, as it was read; valid, since what is not was rejected before.
 *
 * @param id of a plan: its version; of a person: the trackable's id
 * @param document the whole document; null = the person was withdrawn (tombstone)
 * @param inForceMillis the later of its {@code valid_from} and its arrival
 */
public record Reference(
        String site,
        Kind kind,
        String id,
        @Nullable String document,
        long inForceMillis,
        long arrivalMillis,
        String origin,
        int partition,
        long offset) {

    public enum Kind {
        PLAN,
        PERSON
    }

    /** Where it is held: one entry for each version. */
    public String heldAs() {
        return site + "|" + kind + "|" + id + "|" + origin + "|" + partition + "|" + offset;
    }
}
