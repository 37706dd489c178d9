package io.muster.rules.plan;

import io.muster.geometry.Containment;
import io.muster.geometry.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The production areas inside gates (PF-3a), found by where the plan draws them: a zone of role {@code production} has a gate where the centre of a
 * zone of role {@code gate} is no farther from its outline than the farthest corner of the gate is from that centre. Behind the gates is such an area, and whatever lies inside of
 * one, on any floor: its centre of gravity does, or where that is outside of the zone itself, most of its corners.
 */
final class GatedAreas {
    private final Map<String, Gate> gates = new TreeMap<>();
    private final Set<String> behind = new TreeSet<>();

    GatedAreas(List<Zone> zones, Map<String, ZoneRule> rules) {
        Map<String, Zone> areas = new TreeMap<>();
        for (Zone gate : zones) {
            if (role(gate, rules) != ZoneRole.GATE) {
                continue;
            }
            double[] centre = gate.shape().centroid();
            double radius = radius(gate, centre);
            List<String> into = new ArrayList<>();
            for (Zone area : zones) {
                if (role(area, rules) == ZoneRole.PRODUCTION
                        && Math.abs(area.shape().signedDistanceMetres(centre[0], centre[1])) <= radius) {
                    into.add(area.id());
                    areas.put(area.id(), area);
                }
            }
            into.sort(null);
            gates.put(gate.id(), new Gate(gate.id(), centre[0], centre[1], gate.floor(), radius, List.copyOf(into)));
        }
        for (Zone zone : zones) {
            for (Zone area : areas.values()) {
                if (zone.id().equals(area.id()) || (role(zone, rules) != ZoneRole.GATE && isInside(zone, area))) {
                    behind.add(zone.id());
                }
            }
        }
    }

    Map<String, Gate> gates() {
        return gates;
    }

    Set<String> behind() {
        return behind;
    }

    private static @Nullable ZoneRole role(Zone zone, Map<String, ZoneRule> rules) {
        ZoneRule rule = rules.get(zone.id());
        return rule == null ? null : rule.role();
    }

    private static double radius(Zone gate, double[] centre) {
        double radius = 0;
        for (List<List<double[]>> polygon : gate.shape().polygons()) {
            for (double[] corner : polygon.get(0)) {
                radius = Math.max(radius, Math.hypot(corner[0] - centre[0], corner[1] - centre[1]));
            }
        }
        return radius;
    }

    private static boolean isInside(Zone zone, Zone area) {
        double[] centre = zone.shape().centroid();
        if (zone.shape().locate(centre[0], centre[1]) != Containment.OUTSIDE) {
            return area.shape().locate(centre[0], centre[1]) != Containment.OUTSIDE;
        }
        int inside = 0;
        int corners = 0;
        for (List<List<double[]>> polygon : zone.shape().polygons()) {
            for (double[] corner : polygon.get(0)) {
                corners++;
                inside += area.shape().locate(corner[0], corner[1]) != Containment.OUTSIDE ? 1 : 0;
            }
        }
        return 2 * inside > corners;
    }
}
