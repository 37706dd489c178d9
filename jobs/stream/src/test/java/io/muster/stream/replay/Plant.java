package io.muster.stream.replay;

import io.muster.contract.topic.TopicKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small plant told in text: zones, people and what their tags say, as files that a replay reads. */
final class Plant {
    static final Instant START = Instant.parse("2026-07-01T08:00:00Z");

    private final Path folder;
    private final List<String> zones = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private record Line(long millis, String text) {}

    Plant(Path folder) {
        this.folder = folder;
    }

    /** A rectangle on floor 0; {@code muster} is the JSON of its {@code properties.muster}. */
    Plant zone(String id, double x0, double y0, double x1, double y1, String muster) {
        zones.add(String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]},\"properties\":{\"name\":\"%s\",\"floor\":0,\"muster\":%s}}",
                id,
                x0,
                y0,
                x1,
                y0,
                x1,
                y1,
                x0,
                y1,
                x0,
                y0,
                id,
                muster));
        return this;
    }

    /** Any fence: {@code geometry} and {@code properties} are JSON. */
    Plant feature(String id, String geometry, String properties) {
        zones.add("{\"type\":\"Feature\",\"id\":\"" + id + "\",\"geometry\":" + geometry + ",\"properties\":"
                + properties + "}");
        return this;
    }

    /** A surveyed beacon on floor 0. */
    Plant beacon(String id, double x, double y, double radiusMetres) {
        return feature(
                id,
                "{\"type\":\"Point\",\"coordinates\":[" + x + "," + y + "]}",
                "{\"name\":\"" + id + "\",\"floor\":0,\"radius\":" + radiusMetres
                        + ",\"muster\":{\"role\":\"beacon\"}}");
    }

    Plant person(String id, String... tags) {
        people.add("{\"id\":\"" + id + "\",\"type\":\"omlox\",\"location_providers\":[\"" + String.join("\",\"", tags)
                + "\"],\"properties\":{\"muster\":{\"department\":\"operations\",\"person_type\":\"01\"}}}");
        return this;
    }

    /** A UWB fix on floor 0, sent at once. */
    Plant fix(double seconds, String tag, double x, double y) {
        return fix(seconds, seconds, tag, x, y, 0.0);
    }

    Plant fix(double seconds, double sent, String tag, double x, double y, @Nullable Double floor) {
        return line(
                sent,
                String.format(
                        Locale.ROOT,
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[%f,%f]},\"source\":\"s\",\"provider_type\":\"uwb\","
                                + "\"provider_id\":\"%s\",\"crs\":\"local\",\"accuracy\":0.3%s,"
                                + "\"timestamp_generated\":\"%s\",\"timestamp_sent\":\"%s\"}",
                        x,
                        y,
                        tag,
                        floor == null ? "" : ",\"floor\":" + floor,
                        at(seconds),
                        at(sent)));
    }

    /** Any line, in its place by the second at which it was sent. */
    Plant line(double seconds, String text) {
        lines.add(new Line(Math.round(seconds * 1000), text));
        return this;
    }

    static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    Path plan() throws IOException {
        return write(
                "plan.geojson",
                "{\"type\":\"FeatureCollection\",\"name\":\"small\",\"muster\":{\"site\":\"small\",\"crs\":\"local\",\"version\":\"v1\"},"
                        + "\"features\":[" + String.join(",", zones) + "]}");
    }

    Path trackables() throws IOException {
        return write("people.jsonl", String.join("\n", people));
    }

    /** As {@link #replay(String, int, String)}, of a file of one's own. */
    Path replay(Path input, String profile, int parallelism, String name) throws Exception {
        Path output = folder.resolve(name);
        run(input, profile, parallelism, output);
        return output;
    }

    /** As {@link #replay(Path, String, int, String)}, so many recorded seconds in a second. */
    Path paced(Path input, String profile, int parallelism, double speed, String name) throws Exception {
        Path output = folder.resolve(name);
        ReplayRun.run(options(input, profile, parallelism, output).at(speed), progress -> {});
        return output;
    }

    /** As {@link #replay(Path, String, int, String)}, of these topics only. */
    Path only(Path input, String profile, int parallelism, Set<TopicKind> topics, String name) throws Exception {
        Path output = folder.resolve("only-" + name);
        ReplayRun.run(options(input, profile, parallelism, output).only(topics), progress -> {});
        return output;
    }

    /** What a replay of a file of one's own says of itself. */
    ReplaySummary run(Path input, String profile, int parallelism, Path output) throws Exception {
        return ReplayRun.run(options(input, profile, parallelism, output), progress -> {});
    }

    private ReplayOptions options(Path input, String profile, int parallelism, Path output) throws IOException {
        return new ReplayOptions(
                input.toString(),
                InputFormat.JSONL,
                null,
                plan(),
                people.isEmpty() ? null : trackables(),
                null,
                profile,
                parallelism,
                output,
                null,
                null,
                null);
    }

    Path input() throws IOException {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingLong(Line::millis));
        return write(
                "input.jsonl", String.join("\n", sorted.stream().map(Line::text).toList()) + "\n");
    }

    /** Replays and returns the folder of the output. */
    Path replay(String profile, int parallelism, String name) throws Exception {
        return replay(input(), profile, parallelism, name);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
