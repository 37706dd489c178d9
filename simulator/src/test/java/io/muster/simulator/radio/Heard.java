package io.muster.simulator.radio;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A small run of the radio, and what was heard of it. Simulated times. */
record Heard(long arrivalMillis, long generatedMillis, String topic, String tag, JsonNode value, TimedMessage message) {
    static final long SEED = 7;
    static final long START = Instant.parse("2026-07-01T08:00:00Z").toEpochMilli();
    static final long MINUTE = 60_000;

    /** Somebody with a UWB tag, {@code person#number}. */
    static Person uwb(int number, Motion motion) {
        return person(number, motion, uwbTag(number, 0));
    }

    static Person ble(int number, Motion motion) {
        return person(number, motion, bleTag(number));
    }

    static Person person(int number, Motion motion, Tag... tags) {
        return new Person(number - 1, "id-" + number, null, "works", "01", List.of(tags), motion);
    }

    static Tag uwbTag(int number, int which) {
        return new Tag("A4C13" + (8 + which) + "%010X".formatted(number), Tag.Technology.UWB);
    }

    static Tag bleTag(int number) {
        return new Tag("C4:7C:00:00:00:%02X".formatted(number), Tag.Technology.BLE);
    }

    static Motion at(double x, double y) {
        return (millis, out) -> {
            out.x = x;
            out.y = y;
            out.floor = 0;
            out.absent = false;
        };
    }

    /** From x = 0 eastwards at 1 m/s. */
    static Motion east() {
        return (millis, out) -> {
            out.x = millis / 1000.0;
            out.y = 0;
            out.floor = 0;
            out.absent = false;
        };
    }

    static RadioFaults faults(List<Person> people, Fault... faults) {
        return new RadioFaults(List.of(faults), people, RadioOptions.perfect(), Map.of(), Long.MAX_VALUE);
    }

    static Fault vendorFault(FaultKind kind, long at, @Nullable Long length, String vendor) {
        return new Fault(kind, at, length, vendor, null, List.of(), 0, 0, 0, 1);
    }

    static List<Heard> run(List<Person> people, RadioOptions options, RadioFaults faults, long duration) {
        return of(new Traffic(people, List.of(), options, faults, Collections.emptyIterator(), SEED, START, duration));
    }

    static List<Heard> of(Iterator<TimedMessage> traffic) {
        List<Heard> all = new ArrayList<>();
        traffic.forEachRemaining(message -> all.add(of(message)));
        return all;
    }

    static List<Heard> only(List<Heard> all, Predicate<Heard> wanted) {
        return all.stream().filter(wanted).toList();
    }

    static List<Heard> fixes(List<Heard> all) {
        return only(all, heard -> heard.topic().startsWith("location-updates"));
    }

    static List<Heard> statuses(List<Heard> all) {
        return only(all, heard -> heard.topic().startsWith("provider-status"));
    }

    double x() {
        return value.at("/position/coordinates/0").asDouble();
    }

    double y() {
        return value.at("/position/coordinates/1").asDouble();
    }

    /** All of it on a line, to compare runs. */
    String text() {
        return arrivalMillis + " " + topic + " " + tag + " " + value;
    }

    private static Heard of(TimedMessage message) {
        try {
            JsonNode value = Json.readTree(message.value());
            return new Heard(
                    message.emissionMillis() - START,
                    Instant.parse(value.path("timestamp_generated").asText()).toEpochMilli() - START,
                    message.topic(),
                    new String(message.key(), StandardCharsets.UTF_8),
                    value,
                    message);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }
}
