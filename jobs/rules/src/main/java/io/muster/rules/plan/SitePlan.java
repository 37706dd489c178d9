package io.muster.rules.plan;

import io.muster.geometry.Zone;
import io.muster.geometry.ZoneLocator;
import io.muster.geometry.ZoneSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a plan, ready to be asked. Built anew in each process; never serialised.
 *
 * @param zones by fence id
 * @param floors every floor that some fence of the plan names
 * @param gates by fence id
 * @param dangerous zones that nobody may cross unseen: of role hazard or forbidden, or with a hazard; sorted by id
 * @param behindGates fences of the production areas that have gates, and of what lies inside of them
 */
public record SitePlan(
        String site,
        String version,
        ZoneLocator locator,
        Map<String, ZoneRule> zones,
        Set<Double> floors,
        Map<String, Gate> gates,
        List<Zone> dangerous,
        Set<String> behindGates) {

    /** @param shapes one for each of the rules */
    public static SitePlan of(String site, String version, List<Zone> shapes, Map<String, ZoneRule> rules) {
        Set<Double> floors = new HashSet<>();
        for (Zone each : shapes) {
            Double floor = each.floor();
            if (floor != null) {
                floors.add(floor);
            }
        }
        GatedAreas gated = new GatedAreas(shapes, rules);
        return new SitePlan(
                site,
                version,
                ZoneLocator.indexed(ZoneSet.of(shapes)),
                Map.copyOf(rules),
                Set.copyOf(floors),
                Map.copyOf(gated.gates()),
                shapes.stream()
                        .filter(each -> isDangerous(rules.get(each.id())))
                        .sorted(Comparator.comparing(Zone::id))
                        .toList(),
                Set.copyOf(gated.behind()));
    }

    private static boolean isDangerous(@Nullable ZoneRule rule) {
        return rule != null
                && (rule.role() == ZoneRole.HAZARD
                        || rule.role() == ZoneRole.FORBIDDEN
                        || !rule.risk().hazards().isEmpty());
    }
}
