package io.muster.simulator.plant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.simulator.radio.Beacon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The demo plant as everybody else sees it: the shipped plan file. */
public final class DemoPlant {
    /** Beside this class's package, one directory up: {@code io/muster/simulator/demo-plan.geojson}. */
    public static final String RESOURCE = "/io/muster/simulator/demo-plan.geojson";

    /** The site that the shipped file names. */
    public static final String SITE = "demo";

    private static final String ENTRANCE_ROOM = "change-house";

    private DemoPlant() {}

    /** The plan document for a site: the shipped file with that site's id. */
    public static byte[] geoJson(String site) {
        try (InputStream in = DemoPlant.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return shipped.replace("\"site\": \"" + SITE + "\"", "\"site\": \"" + site + "\"")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same document on one line, as it goes to the topic {@code plans}. */
    public static byte[] record(String site) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.writeValueAsBytes(mapper.readTree(geoJson(site)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plan of a site, read by the contract's own reader. */
    public static Plan plan(String site) {
        try {
            return PlanReader.read("demo-plan.geojson", geoJson(site), PlanOverrides.none());
        } catch (PlanFaults e) {
            throw new IllegalStateException("the shipped plan is broken: " + e.faults(), e);
        }
    }

    /** The demo plant to walk in, with the plan of a site. People come in at the change house. */
    public static Plant plant(String site) {
        DemoPaths paths = new DemoPaths(OpenGround.points());
        return new PathPlant(plan(site), record(site), paths.network(), paths.spots(), beacons(), ENTRANCE_ROOM);
    }

    /** The surveyed beacons, named as sightings name them. */
    public static List<Beacon> beacons() {
        return DemoAreas.all().stream()
                .filter(area -> area.role().equals("beacon") && area.radius() != null)
                .map(area -> new Beacon(area.id(), area.x0(), area.y0(), 0, reach(area)))
                .toList();
    }

    private static double reach(Area area) {
        Double radius = area.radius();
        return radius == null ? 0 : radius;
    }
}
