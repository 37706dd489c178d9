package io.muster.simulator.event;

import io.muster.simulator.scenario.EventKind;

/** Which class plays which kind. */
final class Acts {
    private Acts() {}

    static Act of(EventKind kind) {
        return switch (kind) {
            case OVER_CAPACITY -> new OverCapacity();
            case GATHERING -> new Gathering();
            case INTRUSION -> new Intrusion();
            case MAN_DOWN -> new ManDown();
            case SOS -> new Sos();
            case FALL -> new Fall();
            case VISITOR_OUT_OF_BOUNDS -> new VisitorOutOfBounds();
            case VISITOR_OVERRUN -> new VisitorOverrun();
            case WRONG_POST -> new WrongPost();
            case OFF_POST -> new OffPost();
            case UNDER_STAFFED -> new UnderStaffed();
            case GUARDIAN_LEAVES -> new GuardianLeaves();
            case APPROVER_ELSEWHERE -> new ApproverElsewhere();
            case MISSED_PATROL -> new MissedPatrol();
            case EVACUATION -> new Evacuation();
            case UNIT_SHUTDOWN -> new UnitShutdown();
            case GAS_ALARM -> new GasAlarm();
            case TAILGATING -> new Tailgating();
            case PASS_WITHOUT_TAG -> new PassWithoutTag();
        };
    }
}
