package io.muster.simulator.event;

/**
 * A pass through a gate that is not as it should be. When exactly the gate is passed is found on the true way.
 *
 * @param member {@code crew#number}
 * @param gate fence id as in the plan file
 * @param fromMillis simulated time from which passes of this member through this gate are meant
 * @param untilMillis until when, exclusive
 */
public record GateTrick(String member, String gate, long fromMillis, long untilMillis, Kind kind) {

    /** What is wrong with it. */
    public enum Kind {
        /** The gate writes no pass: somebody slips through behind another. */
        UNRECORDED,
        /** The gate writes the pass, and the tag is not there. */
        WITHOUT_TAG
    }
}
