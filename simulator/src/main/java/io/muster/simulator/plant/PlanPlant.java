package io.muster.simulator.plant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.plan.Role;
import io.muster.simulator.movement.PathNetwork;
import io.muster.simulator.radio.Beacon;
import java.util.ArrayList;
import java.util.List;

/** Any plan to walk in: a GeoJSON plan, and a GeoJSON file with the ways through it. */
public final class PlanPlant {
    private PlanPlant() {}

    /**
     * A plant from two files.
     *
     * @param planName and {@code pathsName}: for the faults
     * @param site stands instead of the site that the plan names
     * @param paths LineStrings in the coordinates of the plan, with {@code floor} (0 where there is none) or {@code stair: [from floor, to floor]}; points of
     *     a floor that are nearer than 0.5 m are one
     * @throws PlanFaults with all faults of a file, each a sentence with the number of its feature, counted from 1
     */
    public static Plant read(String site, String planName, byte[] geoJson, String pathsName, byte[] paths)
            throws PlanFaults {
        Plan plan = PlanReader.read(planName, geoJson, PlanOverrides.ofSite(site));
        PathNetwork network = PathsReader.read(pathsName, paths, plan);
        Walls walls = new Walls(plan);
        return new PathPlant(
                plan,
                record(site, planName, geoJson),
                network,
                Spots.beside(network, plan, walls),
                beacons(plan),
                null);
    }

    /** The document on one line, with the site in it. */
    private static byte[] record(String site, String planName, byte[] geoJson) throws PlanFaults {
        try {
            ObjectNode document = Json.planTree(geoJson);
            ObjectNode ours = document.get("muster") instanceof ObjectNode object
                    ? object
                    : document.path("muster").isTextual()
                            ? Json.planTree(document.get("muster")
                                    .textValue()
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            : Json.object();
            ours.put("site", site);
            document.set("muster", ours);
            return Json.write(document);
        } catch (Unreadable e) {
            throw new PlanFaults(List.of(planName + ": " + e.detail()));
        }
    }

    private static List<Beacon> beacons(Plan plan) {
        List<Beacon> beacons = new ArrayList<>();
        for (PlanFence fence : plan.fences()) {
            if (fence.role() == Role.BEACON) {
                double[] centre = fence.zone().shape().centroid();
                double reach = fence.zone().shape().radius().orElse(0);
                beacons.add(new Beacon(fence.foreignId(), centre[0], centre[1], new Region(fence).floor(), reach));
            }
        }
        return beacons;
    }
}
