package io.muster.rules.alarm;

import java.util.List;

/**
 * The alarms of a site. Gone when nothing is open, nothing waits to be forgotten and nothing stands.
 *
 * @param drawers {@link Drawer#DRAWERS} of them, or none
 * @param closed cleared alarms, oldest first: each waits to be forgotten
 * @param orders silences and what is out of service, oldest first
 * @param approvals oldest first
 * @param causes what explains other alarms now, oldest first
 * @param answered commands of the last while, oldest first
 */
public record AlarmDeskState(
        List<Drawer> drawers,
        List<Tombstone> closed,
        List<Order> orders,
        List<Approval> approvals,
        List<Cause> causes,
        List<AppliedCommand> answered) {
    public AlarmDeskState {
        drawers = drawers == null ? List.of() : drawers;
        closed = closed == null ? List.of() : closed;
        orders = orders == null ? List.of() : orders;
        approvals = approvals == null ? List.of() : approvals;
        causes = causes == null ? List.of() : causes;
        answered = answered == null ? List.of() : answered;
    }
}
