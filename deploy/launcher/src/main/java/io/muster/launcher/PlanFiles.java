package io.muster.launcher;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.plan.Role;
import io.muster.contract.plan.RulesCheck;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Words;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Reads plans and says what they hold. */
final class PlanFiles {
    private PlanFiles() {}

    /** All faults together, one line each. */
    static Plan read(Object name, byte[] document, PlanOverrides overrides) {
        return read(name, document, overrides, RulesCheck.NONE);
    }

    /** @param rules by which the rules of the plan are checked */
    static Plan read(Object name, byte[] document, PlanOverrides overrides, RulesCheck rules) {
        try {
            return PlanReader.read(name.toString(), document, overrides, rules);
        } catch (PlanFaults e) {
            throw new BadInput(e.faults());
        }
    }

    static void print(Plan plan, PrintStream out) {
        out.println(plan.name() + ": site " + plan.site() + ", version " + plan.version() + ", crs " + plan.crs()
                + (plan.validFrom() == null ? "" : ", valid from " + plan.validFrom())
                + (plan.author() == null ? "" : ", author " + plan.author())
                + (plan.approver() == null ? "" : ", approver " + plan.approver()));
        Table table = Table.of("role", ">zones", ">area m2", ">with limit", ">hazardous", ">exempt", "floors");
        for (Role role : Role.values()) {
            List<PlanFence> fences = of(plan, role);
            if (!fences.isEmpty()) {
                table.row(
                        wire(role),
                        fences.size(),
                        Words.count(Math.round(area(fences))),
                        limited(fences),
                        hazardous(fences),
                        exempt(fences),
                        floors(fences));
            }
        }
        out.print(table);
        out.println(Words.counted(plan.fences().size(), "zone", "zones") + ", " + limited(plan.fences())
                + " with a limit, " + exempt(plan.fences()) + " exempt from gatherings.");
        if (!plan.rules().isEmpty()) {
            out.println("Rules of its own: "
                    + String.join(
                            ", ",
                            plan.rules().entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue())
                                    .toList())
                    + ".");
        }
    }

    static Map<String, Object> summary(String command, Plan plan) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("command", command);
        object.put("site", plan.site());
        object.put("name", plan.name());
        object.put("version", plan.version());
        object.put("crs", plan.crs());
        object.put("zones", plan.fences().size());
        List<Map<String, Object>> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            List<PlanFence> fences = of(plan, role);
            if (!fences.isEmpty()) {
                roles.add(Map.of(
                        "role", wire(role),
                        "zones", fences.size(),
                        "area_m2", Math.round(area(fences)),
                        "with_limit", limited(fences),
                        "hazardous", hazardous(fences),
                        "exempt", exempt(fences)));
            }
        }
        object.put("roles", roles);
        object.put("rules", plan.rules());
        return object;
    }

    private static List<PlanFence> of(Plan plan, Role role) {
        return plan.fences().stream().filter(fence -> fence.role() == role).toList();
    }

    private static String wire(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static double area(List<PlanFence> fences) {
        return fences.stream()
                .mapToDouble(fence -> fence.zone().shape().areaSquareMetres())
                .sum();
    }

    private static long limited(List<PlanFence> fences) {
        return fences.stream().filter(fence -> fence.limit() != null).count();
    }

    private static long hazardous(List<PlanFence> fences) {
        return fences.stream().filter(fence -> !fence.hazards().isEmpty()).count();
    }

    private static long exempt(List<PlanFence> fences) {
        return fences.stream().filter(PlanFence::gatheringExempt).count();
    }

    private static String floors(List<PlanFence> fences) {
        TreeSet<Double> floors = new TreeSet<>();
        fences.stream()
                .map(fence -> fence.zone().floor())
                .filter(Objects::nonNull)
                .forEach(floors::add);
        boolean every = fences.stream().anyMatch(fence -> fence.zone().floor() == null);
        List<String> words = new ArrayList<>();
        floors.forEach(
                floor -> words.add(floor == Math.rint(floor) ? Long.toString(Math.round(floor)) : floor.toString()));
        if (every) {
            words.add("every");
        }
        return String.join(" ", words);
    }
}
