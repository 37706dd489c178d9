package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.place.Tolerances;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rule against the obvious, with random walks. */
class FenceTwinTest {

    private static final Map<String, double[]> RECTANGLES = new TreeMap<>(Map.of(
            "a", new double[] {0, 0, 10, 10},
            "b", new double[] {5, 5, 15, 15},
            "c", new double[] {10, 0, 20, 10},
            "d", new double[] {6, 6, 8, 8}));

    private static FenceStory plant(Tolerances tolerances, String floor) {
        FenceStory story =
                new FenceStory(tolerances.equals(FenceStory.RAW) ? FenceOptions.raw() : FenceOptions.standard());
        RECTANGLES.forEach((id, r) -> story.zone(id, r[0] + " " + r[1] + ", " + r[2] + " " + r[3] + floor, tolerances));
        return story;
    }

    /** Raw: a crossing at every change of containment, the edge counts as inside, and a track that ends makes no exit. */
    @Test
    void rawIsContainment() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            FenceStory story = plant(FenceStory.RAW, "");
            List<String> expected = new ArrayList<>();
            Map<String, Integer> since = new HashMap<>();
            for (int second = 1; second <= 60; second++) {
                int x = random.nextInt(22); // whole metres: every third fix is on an edge
                int y = random.nextInt(17);
                for (Map.Entry<String, double[]> e : RECTANGLES.entrySet()) {
                    double[] r = e.getValue();
                    boolean inside = r[0] <= x && x <= r[2] && r[1] <= y && y <= r[3];
                    Integer entered = since.get(e.getKey());
                    if (inside && entered == null) {
                        since.put(e.getKey(), second);
                        expected.add(second + "s ENTRY " + e.getKey() + " crossing since " + second + "s");
                    } else if (!inside && entered != null) {
                        since.remove(e.getKey());
                        expected.add(second + "s EXIT " + e.getKey() + " crossing since " + entered + "s dwell "
                                + (second - entered) + "s");
                    }
                }
                story.walks(second + "s " + x + "," + y);
            }
            story.silentUntil("9999s");
            assertEquals(expected, story.told(), "seed " + seed);
        }
    }

    /** Raw with a fence's own timeout: confirmed are those whose latest fix is inside and not older than the timeout, at every millisecond. */
    @Test
    void rawConfirmedIsInsideAndNotOlderThanTheTimeout() {
        Tolerances timeout = new Tolerances(1, 0, 0, 0, 0, 3_000);
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            FenceStory story = new FenceStory(FenceOptions.raw()).zone("a", "0 0, 10 10", timeout);
            long now = 0;
            boolean inside = false;
            List<String> expected = new ArrayList<>();
            boolean confirmed = false;
            for (int fix = 0; fix < 30; fix++) {
                long next = now + 2_998 + random.nextInt(5);
                if (confirmed && next > now + 3_001) { // a fix of that instant comes first
                    expected.add((now + 3_001) + " false");
                    confirmed = false;
                }
                inside = random.nextInt(3) > 0;
                if (inside != confirmed) {
                    confirmed = inside;
                    expected.add(next + " " + confirmed);
                }
                now = next;
                story.walks(now / 1000.0 + "s " + (inside ? "5,5" : "50,50"));
            }
            // A stale person who is seen elsewhere leaves the zone and no count: not a change of who is confirmed.
            List<String> told = story.changes().stream()
                    .filter(c -> (c.from() == Presence.CONFIRMED) != (c.to() == Presence.CONFIRMED))
                    .map(c -> c.timeMillis() + " " + (c.to() == Presence.CONFIRMED))
                    .toList();
            assertEquals(expected, told, "seed " + seed);
        }
    }

    /** Whatever happens: the states are a chain per zone, fence events alternate, numbers and times go on, and nothing is left over. */
    @Test
    void whateverHappensTheStoryIsWhole() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            Tolerances tolerances = new Tolerances(
                    1 + random.nextInt(3),
                    random.nextInt(4) * 1_000L - 1,
                    random.nextInt(3),
                    random.nextInt(4) * 2_000L,
                    random.nextInt(3) * 1_000L,
                    random.nextInt(3) * 4_000L - 1);
            FenceStory story = plant(tolerances, " f1");
            double now = 0;
            double x = 5;
            double y = 5;
            for (int i = 0; i < 120; i++) {
                now += random.nextInt(10) == 0 ? random.nextInt(20) : random.nextInt(2_000) / 1000.0;
                x += random.nextGaussian() * 2;
                y += random.nextGaussian() * 2;
                String floor = random.nextInt(5) == 0 ? "" : random.nextInt(10) == 0 ? " f2" : " f1";
                story.walks(String.format(Locale.ROOT, "%.3fs %.1f,%.1f%s", now, x, y, floor));
            }
            now += 1;
            story.walks(now + "s 999,999 f1", (now + 1) + "s 999,999 f1").silentUntil((now + 999) + "s");
            check(story, "seed " + seed + " with " + tolerances);
        }
    }

    private static void check(FenceStory story, String what) {
        Map<String, Presence> present = new HashMap<>();
        Map<String, Long> since = new HashMap<>();
        long seq = 0;
        long time = 0;
        for (PresenceChange c : story.changes()) {
            String at = what + ": " + FenceStory.text(c);
            assertEquals(present.getOrDefault(c.fenceId(), Presence.ABSENT), c.from(), at);
            assertTrue(c.from() != c.to(), at);
            boolean was = c.from() == Presence.CONFIRMED || c.from() == Presence.STALE;
            boolean is = c.to() == Presence.CONFIRMED || c.to() == Presence.STALE;
            assertEquals(is && !was ? Crossing.ENTRY : was && !is ? Crossing.EXIT : null, c.crossing(), at);
            assertTrue(!was || is || c.to() == Presence.ABSENT, at);
            if (was) {
                assertEquals(since.get(c.fenceId()), c.sinceMillis(), at);
            }
            present.put(c.fenceId(), c.to());
            since.put(c.fenceId(), c.sinceMillis());
            assertEquals(++seq, c.seq(), at);
            assertTrue(c.timeMillis() >= time, at);
            time = c.timeMillis();
        }
        present.forEach(
                (fence, presence) -> assertEquals(Presence.ABSENT, presence, what + ": " + fence + " is never left"));
        assertNull(story.wakeAt(), what);
        FenceState state = story.state();
        assertTrue(state == null ? seq == 0 : state.stays().isEmpty(), what + " leaves over " + state);
    }
}
