package io.muster.console.measure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The plant that is measured: 24 zones on 800 m by 600 m and people with names, posts and departments. Values are those of the topics. */
final class MeasuredSite {
    static final String ID = "measure";
    static final int ZONES = 24;
    static final double WIDTH = 800;
    static final double HEIGHT = 600;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int COLUMNS = 6;
    private static final double CELL_WIDTH = WIDTH / COLUMNS;
    private static final double CELL_HEIGHT = HEIGHT / (ZONES / (double) COLUMNS);
    private static final double MARGIN = 15;
    private static final List<String> DEPARTMENTS =
            List.of("operations", "maintenance", "laboratory", "storage", "contractor");
    private static final List<String> POSTS = List.of("operator", "fitter", "welder", "sampler", "driver");

    static final List<String> KINDS =
            List.of("over_capacity", "gathering", "boundary", "overstay", "motionless", "sos", "terminal_offline");
    static final List<String> LEVELS = List.of("yellow", "orange", "red", "blue");

    static String zone(int number) {
        return uuid("zone-" + number);
    }

    static String person(int number) {
        return "p" + String.format("%05d", number);
    }

    static String uuid(String of) {
        return UUID.nameUUIDFromBytes((ID + "-" + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static double zoneX(int number) {
        return number % COLUMNS * CELL_WIDTH + MARGIN;
    }

    static double zoneY(int number) {
        int row = number / COLUMNS;
        return row * CELL_HEIGHT + MARGIN;
    }

    static double zoneWidth() {
        return CELL_WIDTH - 2 * MARGIN;
    }

    static double zoneHeight() {
        return CELL_HEIGHT - 2 * MARGIN;
    }

    static String plan() {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < ZONES; i++) {
            double x = zoneX(i);
            double y = zoneY(i);
            double right = x + zoneWidth();
            double top = y + zoneHeight();
            features.add("{\"type\":\"Feature\",\"id\":\"" + zone(i) + "\",\"properties\":{\"name\":\"Zone " + i
                    + "\",\"floor\":0,\"muster\":{\"role\":\"production\"}},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
                    + x + "," + y + "],[" + right + "," + y + "],[" + right + "," + top + "],[" + x + "," + top + "],["
                    + x
                    + "," + y + "]]]}}");
        }
        return "{\"type\":\"FeatureCollection\",\"name\":\"Measured works\",\"muster\":{\"version\":\"v1\",\"crs\":\"local\"},\"features\":["
                + String.join(",", features) + "]}";
    }

    static String trackable(int person) {
        return "{\"id\":\"" + person(person) + "\",\"type\":\"virtual\",\"name\":\"Person " + person
                + "\",\"location_providers\":[\"t-" + person(person)
                + "\"],\"properties\":{\"muster\":{\"department\":\"" + department(person) + "\",\"person_type\":\"0"
                + (1 + person % 3) + "\",\"post\":\"" + POSTS.get(person % POSTS.size()) + "\"}}}";
    }

    static String department(int person) {
        return DEPARTMENTS.get(person % DEPARTMENTS.size());
    }

    static String motion(int person, long seq, Instant at, double x, double y) {
        return "{\"id\":\"" + person(person)
                + "\",\"location\":{\"position\":{\"type\":\"Point\",\"coordinates\":[" + centimetres(x) + ","
                + centimetres(y) + "]},\"source\":\"" + ID + "\",\"provider_type\":\"uwb\",\"provider_id\":\"t-"
                + person(person) + "\",\"timestamp_generated\":\"" + time(at)
                + "\",\"crs\":\"local\",\"accuracy\":0.5,\"floor\":0},\"properties\":{\"muster\":{\"site\":\"" + ID
                + "\",\"seq\":" + seq + ",\"department\":\"" + department(person) + "\",\"person_type\":\"0"
                + (1 + person % 3) + "\",\"plan_version\":\"v1\",\"fence_ids\":[\"" + zone(zoneAt(x, y)) + "\"]}}}";
    }

    static int zoneAt(double x, double y) {
        int column = (int) Math.min(COLUMNS - 1, Math.max(0, x / CELL_WIDTH));
        int row = (int) Math.min(ZONES / COLUMNS - 1, Math.max(0, y / CELL_HEIGHT));
        return row * COLUMNS + column;
    }

    static String occupancy(int zone, long seq, Instant at, List<Integer> people) {
        List<String> members = new ArrayList<>(people.size());
        for (int each : people) {
            members.add("{\"trackable_id\":\"" + person(each) + "\",\"state\":\"confirmed\",\"since\":\""
                    + time(at.minusSeconds(300)) + "\"}");
        }
        return "{\"fence_id\":\"" + zone(zone) + "\",\"site\":\"" + ID + "\",\"seq\":" + seq + ",\"as_of\":\""
                + time(at)
                + "\",\"name\":\"Zone " + zone + "\",\"count_confirmed\":" + people.size()
                + ",\"count_possible\":0,\"count_stale\":0,\"by_department\":{\"operations\":" + people.size()
                + "},\"by_person_type\":{\"01\":" + people.size() + "},\"members\":[" + String.join(",", members)
                + "]}";
    }

    static String alarm(
            String id,
            long seq,
            String kind,
            String level,
            String state,
            int zone,
            int person,
            Instant raised,
            boolean over) {
        String rest = seq < 2
                ? ""
                : ",\"acknowledged\":{\"at\":\"" + time(raised.plusSeconds(20)) + "\",\"by\":\"operator\"}";
        if (over) {
            rest += ",\"cleared\":{\"at\":\"" + time(raised.plusSeconds(300))
                    + "\",\"by\":\"operator\",\"reason\":\"looked after\"}";
        }
        return "{\"alarm_id\":\"" + id + "\",\"site\":\"" + ID + "\",\"seq\":" + seq + ",\"kind\":\"" + kind
                + "\",\"name\":{\"zh\":\"报警\",\"en\":\"Alarm\"},\"state\":\"" + state + "\",\"level\":\"" + level
                + "\",\"priority\":\"high\",\"subject\":{\"type\":\"fence\",\"id\":\"" + zone(zone)
                + "\"},\"fence_ids\":[\"" + zone(zone) + "\"],\"trackable_ids\":[\"" + person(person)
                + "\"],\"counts\":{\"confirmed\":4,\"possible\":0,\"stale\":0},\"onset_at\":\"" + time(raised)
                + "\",\"raised_at\":\"" + time(raised) + "\",\"reported_at\":\"" + time(raised.plusSeconds(seq)) + "\""
                + rest + "}";
    }

    static String gathering(
            String id, long seq, String type, Instant start, Instant at, int firstPerson, double x, double y) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            members.add("{\"id\":\"" + person(firstPerson + i)
                    + "\",\"object_type\":\"trackable\",\"position\":{\"type\":\"Point\",\"coordinates\":["
                    + centimetres(x + i + seq % 3) + "," + centimetres(y + i) + "]},\"floor\":0}");
        }
        return "{\"id\":\"" + id + "\",\"gathering_type\":\"" + type + "\",\"site\":\"" + ID + "\",\"seq\":" + seq
                + ",\"start_time\":\"" + time(start) + "\",\""
                + (type.equals("gathering_end") ? "end_time" : "gathering_time") + "\":\"" + time(at)
                + "\",\"center\":{\"type\":\"Point\",\"coordinates\":[" + centimetres(x) + "," + centimetres(y)
                + "]},\"crs\":\"local\",\"floor\":0,\"radius\":6.5,\"count\":5,\"peak_count\":5,\"level\":\"orange\",\"members\":["
                + String.join(",", members) + "],\"fence_ids\":[\"" + zone(zoneAt(x, y))
                + "\"],\"permit_ids\":[],\"max_radius\":15,\"min_duration_ms\":60000,\"min_count\":3}";
    }

    static double centimetres(double metres) {
        return Math.round(metres * 100) / 100.0;
    }

    private MeasuredSite() {}
}
