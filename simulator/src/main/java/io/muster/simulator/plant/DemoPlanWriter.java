package io.muster.simulator.plant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the areas as a GeoJSON plan, one feature a line, so that a change of the plant shows as a change of lines. */
final class DemoPlanWriter {
    static final String VERSION = "demo-1";

    private DemoPlanWriter() {}

    /** The plan document for a site; equal for equal input. */
    static String write(String site, List<Area> areas) {
        return """
                {
                "type": "FeatureCollection",
                "name": "示范化工厂 Muster demo plant",
                "muster": {"site": "%s", "version": "%s", "author": "demo", "approver": "demo", "crs": "local", \
                "origin": {"lon": 115.03, "lat": 35.76, "bearing_deg": 0}},
                "features": [
                %s
                ]
                }
                """.formatted(
                site, VERSION, areas.stream().map(DemoPlanWriter::feature).collect(Collectors.joining(",\n")));
    }

    private static String feature(Area area) {
        return "{\"type\": \"Feature\", \"id\": \"" + area.id() + "\", \"geometry\": " + geometry(area)
                + ", \"properties\": {\"name\": \"" + area.name() + "\""
                + (area.radius() == null ? "" : ", \"radius\": " + number(area.radius()))
                + (area.floor() == null ? "" : ", \"floor\": " + area.floor())
                + ", \"muster\": {" + muster(area) + "}}}";
    }

    private static String muster(Area area) {
        String text = "\"role\": \"" + area.role() + "\"";
        if (area.limited()) {
            text += ", \"hazards\": ["
                    + area.hazards().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", ")) + "]";
        }
        if (area.riskColour() != null) {
            text += ", \"risk_colour\": \"" + area.riskColour() + "\"";
        }
        if (area.minimum() != null) {
            text += ", \"minimum\": " + area.minimum();
        }
        if (area.overstayMillis() != null) {
            text += ", \"overstay_ms\": " + area.overstayMillis();
        }
        if (area.motionlessMillis() != null) {
            text += ", \"motionless_ms\": " + area.motionlessMillis();
        }
        for (String each : area.conduct()) {
            text += ", " + each;
        }
        if (area.exemptReason() != null) {
            text += ", \"gathering\": \"exempt\", \"gathering_reason\": \"" + area.exemptReason() + "\"";
        }
        return text;
    }

    private static String geometry(Area area) {
        if (area.radius() != null) {
            return "{\"type\": \"Point\", \"coordinates\": " + point(area.x0(), area.y0()) + "}";
        }
        return "{\"type\": \"Polygon\", \"coordinates\": [["
                + String.join(
                        ", ",
                        point(area.x0(), area.y0()),
                        point(area.x1(), area.y0()),
                        point(area.x1(), area.y1()),
                        point(area.x0(), area.y1()),
                        point(area.x0(), area.y0()))
                + "]]}";
    }

    private static String point(double x, double y) {
        return "[" + number(x) + ", " + number(y) + "]";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
