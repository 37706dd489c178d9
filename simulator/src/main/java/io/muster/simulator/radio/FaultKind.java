package io.muster.simulator.radio;

import java.util.Locale;

/**
 * What can be wrong with tags, clocks and vendors at a given time; what is wrong at a rate is in {@link RadioOptions}. A scenario that repeats begins with right
 * clocks and fresh tags each time.
 */
public enum FaultKind {
    /** In a zone this share of messages is lost. Fields: zone, loss, at, for. */
    BLIND_SPOT,
    /** What a vendor sends meanwhile never comes. Fields: vendor, at, for. */
    VENDOR_OUTAGE,
    /** What a vendor sends meanwhile comes at the end, in its order: within 2 s, or as long as 2,000 a second take. Fields: vendor, at, for. */
    BUFFERED_BURST,
    /** The tags of a member fall silent for good, after telling for ten minutes that the battery is low. Fields: who (one), at. */
    TAG_DEATH,
    /** Two members carry each other's tags. Fields: who (two), at, for. */
    TAG_SWAP,
    /** The tags of a member are not in the people file. Fields: who (one). */
    UNBOUND_TAG,
    /**
     * Somebody forges positions of a member's tags: beside the true ones come others, just as often, from the middle of a zone. Fields: who (one), zone, at, for.
     */
    SPOOF,
    /** A vendor's clock is wrong by an offset, then set right. Fields: vendor, offset, at, for. */
    CLOCK_OFFSET,
    /** A vendor's clock runs fast (> 0) or slow by so many parts per million, from {@code at} on, until it is set right. Fields: vendor, drift_ppm, at, for. */
    CLOCK_DRIFT,
    /** A vendor's clock jumps by an offset and stays there. Fields: vendor, offset, at. */
    CLOCK_JUMP;

    /** The word in a file. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
