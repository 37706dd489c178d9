package io.muster.simulator.scenario;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can go wrong on purpose, and which fields of an {@link Event} each kind needs and may have. */
public enum EventKind {
    /** More people than the limit of a zone come in, stay and leave. */
    OVER_CAPACITY(Set.of(Field.ZONE, Field.SIZE, Field.FOR), Set.of(Field.CREW, Field.WHO)),
    /** People come together step by step and leave together. */
    GATHERING(Set.of(Field.STEPS, Field.FOR), Set.of(Field.ZONE, Field.PLACE, Field.CREW, Field.WHO)),
    /** Somebody enters a forbidden zone. */
    INTRUSION(Set.of(Field.ZONE, Field.FOR), Set.of(Field.CREW, Field.WHO, Field.SIZE)),
    /** Somebody lies motionless; the tag says so. */
    MAN_DOWN(Set.of(Field.WHO, Field.FOR), Set.of(Field.ZONE, Field.PLACE)),
    /** The button of a tag is pressed. */
    SOS(Set.of(Field.WHO), Set.of(Field.FOR)),
    /** The sensor of a tag reports a fall; the person gets up after {@code for}. */
    FALL(Set.of(Field.WHO), Set.of(Field.FOR)),
    /** A visitor leaves the host and goes where visitors may not. */
    VISITOR_OUT_OF_BOUNDS(Set.of(Field.WHO, Field.ZONE, Field.FOR), Set.of()),
    /** A visitor stays longer than the tag is valid. */
    VISITOR_OVERRUN(Set.of(Field.WHO, Field.FOR), Set.of(Field.ZONE)),
    /** Somebody goes into a zone that is for other posts. */
    WRONG_POST(Set.of(Field.WHO, Field.ZONE, Field.FOR), Set.of()),
    /** Whoever holds a post leaves it. */
    OFF_POST(Set.of(Field.ZONE, Field.FOR), Set.of(Field.CREW, Field.WHO)),
    /** So many of those who work in a zone with a minimum leave it that too few are left. */
    UNDER_STAFFED(Set.of(Field.ZONE, Field.FOR), Set.of(Field.CREW, Field.WHO, Field.SIZE)),
    /** The guardian of a permit walks away while the work goes on. */
    GUARDIAN_LEAVES(Set.of(Field.PERMIT, Field.FOR), Set.of()),
    /** A permit is signed by an approver who is somewhere else. */
    APPROVER_ELSEWHERE(Set.of(Field.PERMIT), Set.of()),
    /** A round leaves out an inspection point. */
    MISSED_PATROL(Set.of(Field.WHO, Field.ZONE), Set.of()),
    /** Everybody (in the zone, if one is given) is called to the muster points; some do not come. */
    EVACUATION(Set.of(Field.MUSTER, Field.FOR), Set.of(Field.ZONE, Field.MISSING, Field.DRILL)),
    /** A unit is shut down: more people than its limit work in it, and its alarms are silenced for that time (AQ 3064.3 5.2.5). */
    UNIT_SHUTDOWN(Set.of(Field.ZONE, Field.SIZE, Field.FOR), Set.of(Field.CREW, Field.WHO)),
    /** A gas detector rings. */
    GAS_ALARM(Set.of(Field.FOR), Set.of(Field.ZONE, Field.PLACE, Field.GAS)),
    /** Somebody goes through a gate behind somebody else, without a pass. */
    TAILGATING(Set.of(Field.WHO), Set.of(Field.GATE)),
    /** Somebody goes through a gate with a pass and leaves the tag behind. */
    PASS_WITHOUT_TAG(Set.of(Field.WHO), Set.of(Field.GATE, Field.FOR));

    /** Fields beside {@code kind} and {@code at}, which all have, and {@code every}, which all may have. */
    public enum Field {
        ZONE,
        PLACE,
        CREW,
        WHO,
        SIZE,
        STEPS,
        FOR,
        PERMIT,
        MUSTER,
        MISSING,
        DRILL,
        GAS,
        GATE;

        /** The word in a file. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // Never changed, and handed out as a copy.
    private final Set<Field> needed;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Field> allowed;

    EventKind(Set<Field> needed, Set<Field> beside) {
        this.needed = needed;
        Set<Field> all = EnumSet.noneOf(Field.class);
        all.addAll(needed);
        all.addAll(beside);
        this.allowed = all;
    }

    /** The word in a file. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Set<Field> needed() {
        return Set.copyOf(needed);
    }

    public Set<Field> allowed() {
        return Set.copyOf(allowed);
    }
}
