package io.muster.launcher.alarm;

import io.muster.contract.codec.Ids;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.PlanVersion;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.PlanLog;
import io.muster.launcher.process.BadInput;
import java.time.Instant;
import java.util.List;

/** Which fence a person means: by its id, the id in the plan, or its name. */
public final class FenceFinder {

    /**
     * @return the fence's UUID
     * @throws BadInput where the plan in force has no such fence, or several of that name
     */
    public static String find(Connection connection, String site, String text) {
        PlanVersion version = PlanVersion.inForce(PlanLog.read(connection, site), Instant.now());
        Plan plan = version == null ? null : version.plan();
        if (plan == null) {
            // Nobody can say what it is called; the id of a fence is a function of what is given.
            return Ids.fenceId(site, text);
        }
        return find(plan, text);
    }

    static String find(Plan plan, String text) {
        PlanFence byId = plan.fence(Ids.fenceId(plan.site(), text));
        if (byId != null) {
            return byId.id();
        }
        List<PlanFence> named = plan.fences().stream()
                .filter(each -> each.name().contains(text))
                .toList();
        List<PlanFence> exactly =
                named.stream().filter(each -> each.name().equals(text)).toList();
        List<PlanFence> found = exactly.isEmpty() ? named : exactly;
        if (found.size() == 1) {
            return found.get(0).id();
        }
        throw new BadInput(
                found.isEmpty()
                        ? "--fence '" + text + "': the plan in force has no fence with this id or name"
                        : "--fence '" + text + "': " + found.size() + " fences are called so: "
                                + String.join(
                                        ", ",
                                        found.stream().map(PlanFence::name).toList()));
    }

    private FenceFinder() {}
}
