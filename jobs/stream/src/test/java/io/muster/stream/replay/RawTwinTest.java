package io.muster.stream.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.contract.codec.Ids;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Profile {@code raw} against a count by hand over the raw fixes. A person is in a zone when the newest fix of theirs, of those that came until
 * then, is in it, edges included, and came no longer ago than the zone's timeout; every change of containment is a fence event.
 */
class RawTwinTest {
    private static final int PEOPLE = 12;
    private static final int FIXES = 4_000;
    private static final String SITE = "small";

    /** A fix as it is sent; both times are ms after {@link Plant#START}. */
    private record Fix(int person, long generated, long arrival, double x, double y, int floor) {}

    private record Event(
            String type,
            String fence,
            int person,
            long entry,
            @Nullable Long exit) {
        @Override
        public String toString() {
            return fence + " P" + person + " " + type + " in " + entry + " out " + exit;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsAndFenceEventsEqualThoseCountedByHand(long seed, @TempDir Path folder) throws Exception {
        Random random = new Random(seed);
        List<TwinZone> zones = TwinZone.some(random);
        Plant plant = new Plant(folder);
        zones.forEach(each -> plant.feature(each.id(), each.geometry(), each.properties()));
        for (int person = 0; person < PEOPLE; person++) {
            plant.person(personId(person), "T" + person);
        }
        List<Fix> fixes = walk(random);
        for (Fix each : fixes) {
            plant.fix(each.generated() / 1e3, each.arrival() / 1e3, "T" + each.person(), each.x(), each.y(), (double)
                    each.floor());
        }
        Path output = plant.replay("raw", 1 + (int) (seed % 3), "out");

        List<Fix> accepted = accepted(fixes);
        String told = "seed " + seed;
        SortedSet<String> expected = events(zones, accepted);
        assertTrue(expected.size() > 200, () -> told + ": only " + expected.size() + " fence events");
        assertEquals(String.join("\n", expected), String.join("\n", toldEvents(output, zones)), told);
        for (TwinZone zone : zones) {
            counts(told, zone, accepted, fixes.get(fixes.size() - 1).arrival(), output);
        }
    }

    /**
     * Walkers on a grid of half a metre, so that many stand on edges and corners. Some fall silent for a while, most fixes come at once, some
     * after newer ones.
     */
    private static List<Fix> walk(Random random) {
        List<Fix> fixes = new ArrayList<>();
        double[] x = new double[PEOPLE];
        double[] y = new double[PEOPLE];
        long[] silentUntil = new long[PEOPLE];
        long now = 0;
        for (int i = 0; i < FIXES; i++) {
            now += random.nextInt(4) == 0 ? 0 : random.nextInt(120);
            int person = random.nextInt(PEOPLE);
            if (now < silentUntil[person]) {
                continue;
            }
            if (random.nextInt(60) == 0) {
                silentUntil[person] = now + random.nextInt(12_000);
            }
            x[person] = clamp(x[person] + (random.nextInt(13) - 6) / 2.0);
            y[person] = clamp(y[person] + (random.nextInt(13) - 6) / 2.0);
            long lag = random.nextInt(5) == 0 ? random.nextInt(3_000) : random.nextInt(50);
            fixes.add(new Fix(person, now - lag, now, x[person], y[person], random.nextInt(20) == 0 ? 1 : 0));
        }
        return fixes;
    }

    private static double clamp(double metres) {
        return Math.max(0, Math.min(60, metres));
    }

    /** Those that say something newer of a person than what had come before. */
    private static List<Fix> accepted(List<Fix> fixes) {
        Map<Integer, Long> newest = new HashMap<>();
        List<Fix> accepted = new ArrayList<>();
        long[] instant = {-1};
        List<Fix> atOnce = new ArrayList<>();
        for (Fix each : fixes) {
            if (each.arrival() != instant[0]) {
                take(atOnce, newest, accepted);
                instant[0] = each.arrival();
            }
            atOnce.add(each);
        }
        take(atOnce, newest, accepted);
        return accepted;
    }

    /** What arrives at one instant is put in the order of what it tells of. */
    private static void take(List<Fix> atOnce, Map<Integer, Long> newest, List<Fix> accepted) {
        atOnce.sort((a, b) -> Long.compare(a.generated(), b.generated()));
        for (Fix each : atOnce) {
            if (each.generated() > newest.getOrDefault(each.person(), Long.MIN_VALUE)) {
                newest.put(each.person(), each.generated());
                accepted.add(each);
            }
        }
        atOnce.clear();
    }

    private static SortedSet<String> events(List<TwinZone> zones, List<Fix> accepted) {
        SortedSet<String> events = new TreeSet<>();
        for (TwinZone zone : zones) {
            Map<Integer, Long> inside = new HashMap<>();
            for (Fix each : accepted) {
                boolean in = zone.contains(each.x(), each.y(), each.floor());
                Long since = inside.get(each.person());
                if (in && since == null) {
                    inside.put(each.person(), each.generated());
                    events.add(new Event("region_entry", zone.id(), each.person(), each.generated(), null).toString());
                } else if (!in && since != null) {
                    inside.remove(each.person());
                    events.add(new Event("region_exit", zone.id(), each.person(), since, each.generated()).toString());
                }
            }
        }
        return events;
    }

    private static SortedSet<String> toldEvents(Path output, List<TwinZone> zones) throws Exception {
        Map<String, String> names = new HashMap<>();
        zones.forEach(each -> names.put(Ids.fenceId(SITE, each.id()), each.id()));
        SortedSet<String> told = new TreeSet<>();
        List<JsonNode> records = Outputs.of(output, "fence-events");
        for (JsonNode each : records) {
            String exit = each.path("exit_time").textValue();
            told.add(new Event(
                            each.get("event_type").textValue(),
                            String.valueOf(names.get(each.get("fence_id").textValue())),
                            person(each.get("trackable_id").textValue()),
                            after(each.get("entry_time").textValue()),
                            exit == null ? null : after(exit))
                    .toString());
        }
        assertEquals(records.size(), told.size(), "a fence event was told twice");
        return told;
    }

    /** After every instant at which something came or grew too old. */
    private static void counts(String told, TwinZone zone, List<Fix> accepted, long end, Path output) throws Exception {
        NavigableMap<Long, Integer> toldCounts = new TreeMap<>();
        for (JsonNode each : Outputs.of(output, "zone-occupancy")) {
            if (each.get("fence_id").textValue().equals(Ids.fenceId(SITE, zone.id()))) {
                toldCounts.put(
                        after(each.get("as_of").textValue()),
                        each.get("count_confirmed").intValue());
            }
        }
        SortedSet<Long> instants = new TreeSet<>();
        for (Fix each : accepted) {
            instants.add(each.arrival());
            if (zone.timeoutMillis() >= 0) {
                instants.add(each.arrival() + zone.timeoutMillis());
                instants.add(each.arrival() + zone.timeoutMillis() + 1);
            }
        }
        Map<Integer, Fix> newest = new HashMap<>();
        int next = 0;
        int most = 0;
        for (long instant : instants.headSet(end + 1)) {
            while (next < accepted.size() && accepted.get(next).arrival() <= instant) {
                newest.put(accepted.get(next).person(), accepted.get(next));
                next++;
            }
            int count = 0;
            for (Fix each : newest.values()) {
                boolean old = zone.timeoutMillis() >= 0 && instant - each.arrival() > zone.timeoutMillis();
                count += !old && zone.contains(each.x(), each.y(), each.floor()) ? 1 : 0;
            }
            Map.Entry<Long, Integer> last = toldCounts.floorEntry(instant);
            assertEquals(count, last == null ? 0 : last.getValue(), () -> told + ": " + zone.id() + " at " + instant);
            most = Math.max(most, count);
        }
        assertTrue(most > 0, () -> told + ": nobody was ever in " + zone.id());
    }

    private static String personId(int person) {
        return String.format("00000000-0000-4000-8000-%012d", person);
    }

    private static int person(String id) {
        return Integer.parseInt(id.substring(id.length() - 6));
    }

    private static long after(String time) {
        return Instant.parse(time).toEpochMilli() - Plant.START.toEpochMilli();
    }
}
