package io.muster.simulator.scenario;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.radio.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every fence that a scenario names is in the plan, and is one where such a thing can happen. */
final class PlanChecks {
    private final Scenario scenario;
    private final Findings findings;
    private final Map<String, PlanFence> fences = new LinkedHashMap<>();

    PlanChecks(Scenario scenario, Plan plan, Findings findings) {
        this.scenario = scenario;
        this.findings = findings;
        for (PlanFence fence : plan.fences()) {
            if (fence.role() != Role.BEACON) {
                fences.put(fence.foreignId(), fence);
            }
        }
    }

    void run() {
        for (int i = 0; i < scenario.crews().size(); i++) {
            crew("crews[" + i + "]", scenario.crews().get(i));
        }
        for (int i = 0; i < scenario.events().size(); i++) {
            event("events[" + i + "]", scenario.events().get(i));
        }
        for (int i = 0; i < scenario.faults().size(); i++) {
            Fault fault = scenario.faults().get(i);
            fence("faults[" + i + "].zone", fault.zone());
        }
    }

    private void crew(String path, Crew crew) {
        if (!crew.base().equals(Crew.SPOTS)) {
            fence(path + ".base", crew.base());
        }
        each(path + ".work", crew.work(), null);
        each(path + ".rounds", crew.rounds(), Role.INSPECTION_POINT);
        Crew.Meeting talk = crew.talk();
        fence(path + ".talk.zone", talk == null ? null : talk.zone());
        Crew.Meal lunch = crew.lunch();
        fence(path + ".lunch.zone", lunch == null ? null : lunch.zone());
        Crew.Permit permit = crew.permit();
        fence(path + ".permit.zone", permit == null ? null : permit.zone());
    }

    private void event(String path, Event event) {
        each(path + ".muster", event.muster(), Role.MUSTER_POINT);
        withRole(path + ".gate", fence(path + ".gate", event.gate()), Role.GATE);
        String at = path + ".zone";
        PlanFence zone = fence(at, event.zone());
        if (zone == null) {
            return;
        }
        switch (event.kind()) {
            case OVER_CAPACITY, UNIT_SHUTDOWN -> overLimit(path, event, zone);
            case INTRUSION -> withRole(at, zone, Role.FORBIDDEN);
            case OFF_POST -> {
                withRole(at, zone, Role.POST);
                held(at, event, zone, "holds this post");
            }
            case UNDER_STAFFED -> {
                if (zone.minimum() == null) {
                    findings.fault(at, "'" + zone.foreignId() + "' has no minimum in the plan");
                }
                held(at, event, zone, "works there");
            }
            case WRONG_POST -> wrongPost(at, event, zone);
            case MISSED_PATROL -> withRole(at, zone, Role.INSPECTION_POINT);
            case GATHERING -> {
                if (zone.gatheringExempt()) {
                    findings.fault(at, "'" + zone.foreignId() + "' is exempt from gatherings in the plan");
                }
            }
            default -> {}
        }
    }

    private void overLimit(String path, Event event, PlanFence zone) {
        Integer limit = zone.limit();
        if (limit == null) {
            findings.fault(path + ".zone", "'" + zone.foreignId() + "' has no limit in the plan");
        } else if (event.size() > 0 && event.size() <= limit) {
            findings.fault(
                    path + ".size",
                    "must be above the limit of '" + zone.foreignId() + "', " + limit + ", was " + event.size());
        }
    }

    private void wrongPost(String path, Event event, PlanFence zone) {
        List<String> allowed = zone.conduct().allowedPosts();
        if (allowed.isEmpty()) {
            findings.fault(path, "'" + zone.foreignId() + "' is for every post in the plan");
        }
        for (Crew crew : scenario.crews()) {
            boolean plays = event.who().stream().anyMatch(member -> member.startsWith(crew.id() + "#"));
            String post = crew.post();
            if (plays && post != null && allowed.contains(post)) {
                findings.fault(path, "'" + zone.foreignId() + "' is for the post " + post + " of " + crew.id());
            }
        }
    }

    /** Somebody has to be there by the day's order to go away. */
    private void held(String path, Event event, PlanFence zone, String what) {
        Set<String> named = Set.copyOf(event.who().stream()
                .map(member -> member.replaceFirst("#.*", ""))
                .toList());
        boolean held = scenario.crews().stream()
                .filter(crew -> event.crew() == null || crew.id().equals(event.crew()))
                .filter(crew -> named.isEmpty() || named.contains(crew.id()))
                .anyMatch(crew ->
                        crew.base().equals(zone.foreignId()) || crew.work().contains(zone.foreignId()));
        if (!held) {
            findings.fault(path, "no such crew " + what + " ('" + zone.foreignId() + "' is nobody's base or work)");
        }
    }

    private void each(String path, List<String> ids, @Nullable Role role) {
        for (int i = 0; i < ids.size(); i++) {
            String at = path + "[" + i + "]";
            PlanFence fence = fence(at, ids.get(i));
            if (role != null) {
                withRole(at, fence, role);
            }
        }
    }

    private void withRole(String path, @Nullable PlanFence fence, Role role) {
        if (fence != null && fence.role() != role) {
            findings.fault(
                    path,
                    "'" + fence.foreignId() + "' is a fence with the role "
                            + fence.role().wire() + "; expected " + role.wire());
        }
    }

    /** Null after saying that there is none, or where none is asked for. */
    private @Nullable PlanFence fence(String path, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        PlanFence fence = fences.get(id);
        if (fence == null) {
            findings.fault(path, "unknown fence '" + YamlTree.shown(id) + "'" + Suggestion.of(id, fences.keySet()));
        }
        return fence;
    }
}
