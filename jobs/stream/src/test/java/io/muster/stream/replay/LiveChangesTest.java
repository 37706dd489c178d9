package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans, limits and people change while the job runs: the next decision is by the new version, for those too who are inside already; a bad version
 * is refused whole; every alarm names the version by which it was decided.
 */
class LiveChangesTest {
    /** The people, by the number at the end of their id. */
    private static final Map<Integer, String> WHO = new TreeMap<>(
            Map.of(1, "W1", 2, "W2", 3, "W3", 4, "W4", 5, "W5", 6, "storeman", 7, "chemist", 8, "driver", 9, "guard"));

    private static final int SECONDS = 240;

    private final Recording recording = new Recording();

    @Test
    void theNextDecisionIsByTheNewVersion(@TempDir Path folder) throws Exception {
        plan(-5, "v1", null, tank(3, ""), store("production", ""), lab(""), yard(600_000), post(100_000));
        WHO.forEach((number, name) -> person(-5, number, "01"));
        everybodyWalks();
        // Two more may be in the tank.
        plan(
                60,
                "v2",
                null,
                tank(5, ",\"legal_basis\":\"permit 17\""),
                store("production", ""),
                lab(""),
                yard(600_000),
                post(100_000));
        // A bad version: one would be too many, if it were in force.
        plan(90, "bad", null, tank(1, ",\"minimum\":2"), store("forbidden", ",\"limit\":-1"));
        // Announced at 100 s, in force from 130 s: the tank, the store, the yard and the post change at that moment.
        plan(
                100,
                "v4",
                "2026-07-01T08:02:10Z",
                tank(4, ",\"legal_basis\":\"permit 18\""),
                store("forbidden", ""),
                lab(""),
                yard(60_000),
                post(10_000));
        // The chemist is a contractor from now on; a record that cannot be read changes nobody.
        person(150, 7, "02");
        recording.record(151, "trackables", 0, id(8), "{\"id\":\"" + id(8) + "\",\"location_providers\":7}");
        Path input = recording.write(folder.resolve("recording.jsonl"));

        Path out = replay(input, 1, folder.resolve("one"));
        assertEquals(
                List.of(
                        "over_capacity raised_unacknowledged 4/3 by v1 before 08:01:00",
                        "over_capacity returned_unacknowledged 4/5 by v2 at 08:01:00",
                        "over_capacity cleared 4/5 by v2 at 08:01:00",
                        "boundary storeman raised_unacknowledged by v4 at 08:02:10",
                        "off_post raised_unacknowledged limit 10000 by v4 at 08:02:10",
                        "over_capacity raised_unacknowledged 5/4 by v4 at 08:02:10",
                        "overstay driver raised_unacknowledged limit 60000 by v4 at 08:02:10",
                        "boundary chemist raised_unacknowledged by v4 after 08:02:10"),
                told(out));
        assertEquals(
                List.of(
                        "plans bad_plan plans: feature 1 'tank' properties.muster.minimum: expected the limit 1 or less, was 2; "
                                + "plans: feature 2 'store' properties.muster.limit: expected a whole number from 0 to 1000000, was -1",
                        "trackables bad_trackable invalid_field: location_providers: Cannot deserialize value"),
                Outputs.of(out, "rejected-updates").stream()
                        .map(each -> each.get("headers"))
                        .map(each -> each.get("topic").textValue() + " "
                                + each.get("reason").textValue() + " "
                                + each.get("detail").textValue().replaceFirst(" of type .*", ""))
                        .toList(),
                "refused whole, with every reason");
        same(out, replay(input, 2, folder.resolve("two")));
        same(out, replay(input, 4, folder.resolve("four")));
    }

    /** Each comes from outside at 1 m/s, stays, and is heard every second. */
    private void everybodyWalks() {
        for (int person = 1; person <= 4; person++) {
            walk(person, 20, 10, 2 + 3 * person, SECONDS); // the tank
        }
        walk(5, 95, 10, 17, SECONDS); // the tank, when five may be in it
        walk(6, 45, 60, 10, SECONDS); // the store
        walk(7, 40, 110, 10, 80); // the lab, and out again
        walk(7, 180, 110, 10, SECONDS);
        walk(8, 35, 160, 10, SECONDS); // the yard
        walk(9, 20, 210, 10, 100); // the post, and out again
    }

    /** From 7 m south of its place to it, there at {@code there}, and away again at {@code until}. */
    private void walk(int person, int there, double x, double y, int until) {
        double before = y + 7;
        for (int second = there - 20; second < Math.min(SECONDS, until + 40); second++) {
            double in = Math.max(0, Math.min(before + 10, there - second));
            double out = Math.max(0, Math.min(before + 10, second - until));
            double at = second + person / 20.0;
            recording.record(
                    at + 0.1,
                    "location-updates.north",
                    person % 4,
                    "T" + person,
                    Recording.location(Plant.at(at).toString(), "T" + person, "uwb", x, y - Math.max(in, out)));
        }
    }

    private void plan(double arrival, String version, @Nullable String validFrom, String... zones) {
        recording.record(
                arrival,
                "plans",
                0,
                version,
                "{\"type\":\"FeatureCollection\",\"name\":\"small\",\"muster\":{\"site\":\"small\",\"crs\":\"local\",\"version\":\""
                        + version + "\"" + (validFrom == null ? "" : ",\"valid_from\":\"" + validFrom + "\"")
                        + "},\"features\":[" + String.join(",", zones) + "]}");
    }

    private void person(double arrival, int number, String type) {
        String post = number == 9 ? ",\"post\":\"guard\"" : "";
        recording.record(
                arrival,
                "trackables",
                0,
                id(number),
                "{\"id\":\"" + id(number) + "\",\"type\":\"omlox\",\"location_providers\":[\"T" + number
                        + "\"],\"properties\":{\"muster\":{\"department\":\"d\",\"person_type\":\"" + type + "\"" + post
                        + "}}}");
    }

    private static String id(int number) {
        return "00000000-0000-4000-8000-00000000000" + number;
    }

    private static String tank(int limit, String more) {
        return zone("tank", 0, "{\"role\":\"hazard\",\"hazards\":[\"toxic\"],\"limit\":" + limit + more + "}");
    }

    private static String store(String role, String more) {
        return zone("store", 50, "{\"role\":\"" + role + "\"" + more + "}");
    }

    private static String lab(String more) {
        return zone("lab", 100, "{\"role\":\"production\",\"allowed_person_types\":[\"01\"]" + more + "}");
    }

    private static String yard(long overstay) {
        return zone("yard", 150, "{\"role\":\"production\",\"overstay_ms\":" + overstay + "}");
    }

    private static String post(long absence) {
        return zone("post", 200, "{\"role\":\"post\",\"absence_ms\":" + absence + "}");
    }

    /** Twenty metres square, from x on. */
    private static String zone(String id, double x, String muster) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,0],[%f,0],[%f,20],[%f,20],[%f,0]]]},"
                        + "\"properties\":{\"name\":\"%s\",\"floor\":0,\"muster\":%s}}",
                id,
                x,
                x + 20,
                x + 20,
                x,
                x,
                id,
                muster);
    }

    private static Path replay(Path input, int parallelism, Path output) throws Exception {
        ReplayRun.run(
                new ReplayOptions(
                        input.toString(),
                        InputFormat.JSONL,
                        null,
                        null,
                        null,
                        null,
                        "aq3064",
                        parallelism,
                        output,
                        "small",
                        null,
                        null),
                progress -> {});
        return output;
    }

    /** Alarms by time, then kind. Gatherings are another story. */
    private static List<String> told(Path output) throws Exception {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode each : Outputs.of(output, "alarms")) {
            String kind = each.get("kind").textValue();
            String at =
                    (each.get("returned_at").isNull() ? each.get("raised_at") : each.get("returned_at")).textValue();
            if (!kind.equals("gathering")) {
                told.put(
                        at + " " + kind + each.get("seq"),
                        kind + who(each) + " " + each.get("state").textValue() + numbers(each.get("rule")) + " by "
                                + each.get("plan_version").textValue() + when(at));
            }
        }
        return List.copyOf(told.values());
    }

    private static String who(JsonNode alarm) {
        String id = alarm.get("subject").get("id").textValue();
        boolean person = alarm.get("subject").get("type").textValue().equals("trackable");
        return person ? " " + WHO.get(Integer.parseInt(id.substring(id.length() - 1))) : "";
    }

    /** How many against the limit; of how long it was, the limit. */
    private static String numbers(JsonNode rule) {
        if (rule.get("limit").isNull()) {
            return "";
        }
        int limit = rule.get("limit").intValue();
        return limit >= 1000 ? " limit " + limit : " " + rule.get("observed").intValue() + "/" + limit;
    }

    /** As against the moments at which plans came into force. */
    private static String when(String instant) {
        String at = instant.substring(11, 23);
        for (String moment : List.of("08:01:00", "08:02:10")) {
            if (at.compareTo(moment + ".000") <= 0) {
                return (at.equals(moment + ".000") ? " at " : " before ") + moment;
            }
        }
        return " after 08:02:10";
    }

    private static void same(Path expected, Path actual) throws Exception {
        assertEquals(Outputs.names(expected), Outputs.names(actual));
        for (String name : Outputs.names(expected)) {
            assertEquals(-1, Files.mismatch(expected.resolve(name), actual.resolve(name)), name);
        }
    }
}
