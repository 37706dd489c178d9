package io.muster.simulator.scenario;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * People with the same kind of day.
 *
 * @param id {@code [a-z][a-z0-9-]*}; a member is named {@code id#number}, numbers from 1
 * @param size how many; null where {@code share} says it
 * @param share of the people that are left when all sizes are taken, as a weight > 0; null where {@code size} says it
 * @param members names for the first members; empty = drawn names
 * @param shift id of a {@link Shift}; null = on site all the time
 * @param department as the head count groups them
 * @param personType 01 employee, 02 contractor, 03 visitor
 * @param post the post they hold, e.g. {@code gate-guard}; null = none
 * @param base fence id (as in the plan file) of the room where they sit, or {@link #SPOTS}: a free place of their own outdoors
 * @param work fence ids where they work in turn, standing inside; empty = at the base
 * @param workers how many of the crew are at work at once; the others are at the base
 * @param rounds fence ids of inspection points, walked in this order; empty = no rounds
 * @param roundEveryMillis from one round to the next, each member at an hour of its own
 * @param tags what they carry
 * @param talk the tool-box talk at the beginning of the shift; null = none
 * @param lunch null = none
 * @param permit what they are allowed to do, under a guardian's eyes; null = none
 * @param host crew whose member number n walks with visitor number n; null = no host
 * @param line of the file, for what is said about it
 */
public record Crew(
        String id,
        Role role,
        @Nullable Integer size,
        @Nullable Double share,
        List<String> members,
        @Nullable String shift,
        String department,
        String personType,
        @Nullable String post,
        String base,
        List<String> work,
        int workers,
        List<String> rounds,
        long roundEveryMillis,
        Tags tags,
        @Nullable Meeting talk,
        @Nullable Meal lunch,
        @Nullable Permit permit,
        @Nullable String host,
        int line) {
    /** A base outdoors: a free place beside the ways for each member, so far from the others that standing there is nothing. */
    public static final String SPOTS = "spots";

    public Crew {
        members = List.copyOf(members);
        work = List.copyOf(work);
        rounds = List.copyOf(rounds);
    }

    /** What kind of day it is. */
    public enum Role {
        /** Rounds through inspection points, else at the base. */
        OPERATOR,
        /** A tool-box talk, then the work of a permit. */
        MAINTENANCE,
        /** As maintenance, from another company. */
        CONTRACTOR,
        /** A tour with a host. */
        VISITOR,
        /** Seated, replaced in turn. */
        CONTROL_ROOM,
        /** Seated; now and then in another room. */
        OFFICE,
        /** At a post that must not be left. */
        GUARD;

        /** The word in a file. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a member carries. {@code MIXED}: 70 % UWB, 15 % BLE, 15 % both, drawn by member. */
    public enum Tags {
        UWB,
        BLE,
        BOTH,
        TWO_UWB,
        MIXED;

        /** The word in a file. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All members come together.
     *
     * @param zone fence id
     */
    public record Meeting(String zone, long atMillis, long forMillis) {}

    /**
     * Each member goes once, at a time drawn within the window.
     *
     * @param zone fence id of the room
     */
    public record Meal(String zone, long fromMillis, long untilMillis, long forMillis) {}

    /**
     * Special work (AQ 3064.2 A.1): all members but the last work inside the zone; the last is the guardian and stands at its edge, inside the footprint.
     *
     * @param id of the ticket
     * @param type two digits, as in AQ 3064.2 A.1 (01 special hot work … 70 confined space)
     * @param zone fence id of the place
     * @param approver member (crew#number) who approves on site at the beginning; null = nobody is simulated
     */
    public record Permit(
            String id,
            String type,
            String zone,
            long fromMillis,
            long untilMillis,
            @Nullable String approver) {}
}
