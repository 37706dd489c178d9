package io.muster.launcher;

/** Small documents for stories. */
final class Samples {
    private Samples() {}

    /** Two zones, one of them hazardous; {@code shift} moves them, so that two plans differ. */
    static String plan(String site, String version, int shift) {
        return """
                {"type":"FeatureCollection","name":"North plant","muster":{"site":"%s","version":"%s","author":"li","crs":"local"},
                "features":[
                {"type":"Feature","id":"tanks","geometry":%s,"properties":{"name":"Tanks","floor":0,"muster":{"role":"hazard","hazards":["toxic"]}}},
                {"type":"Feature","id":"yard","geometry":%s,"properties":{"name":"Yard","floor":0,"muster":{"role":"production"}}}]}
                """.formatted(site, version, square(shift), square(shift + 100));
    }

    static String person(String id, String tag) {
        return "{\"id\":\"" + id + "\",\"type\":\"virtual\",\"name\":\"" + id + "\",\"location_providers\":[\"" + tag
                + "\"],\"properties\":{\"muster\":{\"department\":\"ops\",\"person_type\":\"01\"}}}";
    }

    private static String square(int x) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$d,0],[%2$d,0],[%2$d,10],[%1$d,10],[%1$d,0]]]}"
                .formatted(x, x + 10);
    }
}
