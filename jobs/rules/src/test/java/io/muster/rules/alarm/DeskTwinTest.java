package io.muster.rules.alarm;

import static io.muster.rules.alarm.DeskStory.DAY;
import static io.muster.rules.alarm.DeskStory.HOUR;
import static io.muster.rules.alarm.DeskStory.because;
import static io.muster.rules.alarm.DeskStory.till;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories of conditions and commands, each looked at by someone who knows only what episodes there were. */
class DeskTwinTest {
    private static final long SEED = 20261129;
    private static final long HISTORIES = Seeds.upTo(60, 12);

    private record Thing(String kind, String subjectType, String subjectId) {}

    private static final List<Thing> THINGS = List.of(
            new Thing("over_capacity", "fence", "Z"),
            new Thing("boundary", "trackable", "A"),
            new Thing("gathering", "gathering", "1"),
            new Thing("gathering", "gathering", "2"),
            new Thing("low_battery", "provider", "T"),
            new Thing("sos", "provider", "T"),
            new Thing("fall", "trackable", "A"),
            new Thing("tag_lost_in_hazard", "trackable", "A"),
            new Thing("terminal_offline", "provider", "T"),
            new Thing("vendor_feed_silent", "vendor", "acme"));
    private static final List<String> WORDS = List.of(
            "acknowledge",
            "acknowledge",
            "acknowledge",
            "shelve",
            "unshelve",
            "silence",
            "unsilence",
            "reset",
            "clear",
            "comment",
            "approve",
            "unapprove",
            "remove_from_service",
            "return_to_service");

    @Test
    void nothingIsLostNothingIsTwiceAndAllIsOverOnceSomebodyActs() {
        System.out.println("DeskTwinTest seed " + SEED);
        for (long i = 0; i < HISTORIES; i++) {
            history(SEED + i);
        }
    }

    /** Everything falls on whole seconds, and so do the delays: commands and verdicts meet what is due at that very moment, in either order. */
    @Test
    void whatHappensAtOneMomentIsLegalInAnyOrder() {
        for (long i = 0; i < 4 * HISTORIES; i++) {
            long seed = SEED + 1_000 + i;
            Random random = new Random(seed);
            List<Thing> things = THINGS.subList(0, 4);
            Map<String, Long> delays = new HashMap<>();
            Map<String, Long> again = new HashMap<>();
            for (Thing thing : things) {
                delays.put(thing.kind(), random.nextInt(4) * 1_000L);
                again.put(thing.kind(), (1 + random.nextInt(4)) * 1_000L);
            }
            DeskStory desk = new DeskStory(DeskStory.delays(delays, delays, again));
            long time = 1_000;
            for (int step = 0; step < 250; step++) {
                time += random.nextInt(3) * 1_000L;
                Thing thing = things.get(random.nextInt(things.size()));
                desk.about(thing.kind(), thing.subjectType(), thing.subjectId(), "Z")
                        .of("acme");
                if (random.nextInt(3) == 0) {
                    command(desk, random, time);
                } else if (random.nextBoolean()) {
                    desk.holds(time, level(thing, random), "A", "P" + random.nextInt(3));
                } else {
                    desk.ends(time, "A");
                }
            }
            over(desk, time);
            lookAtEach(desk, seed);
        }
    }

    private static void history(long seed) {
        Random random = new Random(seed);
        DeskStory desk = new DeskStory();
        // The twin: when a condition began that was not there before, per thing; a break within the off-delay is none.
        Map<Thing, Long> holdsSince = new HashMap<>();
        Map<Thing, Long> goneSince = new HashMap<>();
        Map<Thing, Integer> episodes = new HashMap<>();
        long time = 0;
        for (int i = 0; i < 250; i++) {
            time += 1 + random.nextInt(5) * (random.nextBoolean() ? 400L : 20_000L);
            if (random.nextInt(3) == 0) {
                command(desk, random, time);
                continue;
            }
            Thing thing = THINGS.get(random.nextInt(THINGS.size()));
            desk.about(thing.kind(), thing.subjectType(), thing.subjectId(), "Z")
                    .of("acme");
            if (random.nextInt(5) < 3) {
                Long gone = goneSince.remove(thing);
                long off = thing.kind().equals("sos")
                        ? 0
                        : AlarmCatalogue.get(thing.kind()).offDelayMillis();
                if (!holdsSince.containsKey(thing)
                        || (gone != null && time > gone + off)
                        || (gone != null && thing.kind().equals("sos"))) {
                    episodes.merge(thing, 1, Integer::sum);
                    holdsSince.put(thing, time);
                }
                desk.holds(time, level(thing, random), "A", "P" + random.nextInt(3));
            } else {
                if (holdsSince.containsKey(thing)) {
                    goneSince.putIfAbsent(thing, time);
                }
                desk.ends(time, "A");
            }
        }
        over(desk, time);
        look(desk, episodes, seed);
    }

    /** All conditions end, and somebody sees to what is left. */
    private static void over(DeskStory desk, long time) {
        for (Thing thing : THINGS) {
            desk.about(thing.kind(), thing.subjectType(), thing.subjectId(), "Z")
                    .of("acme")
                    .ends(time + 1, "A");
        }
        long end = time + HOUR;
        desk.until(end);
        desk.says(end + 1, "return_to_service site s")
                .says(end + 2, "acknowledge site s")
                .says(end + 3, "clear site s", because("looked"))
                .says(end + 4, "reset site s")
                .says(end + 5, "return_to_service fence Z")
                .says(end + 6, "return_to_service trackable A")
                .says(end + 7, "return_to_service provider T");
        desk.until(end + 2 * DAY);
    }

    private static void command(DeskStory desk, Random random, long time) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        String target =
                switch (random.nextInt(5)) {
                    case 0 -> "site s";
                    case 1 -> "fence Z";
                    case 2 -> "trackable A";
                    case 3 -> "provider T";
                    default -> "gathering g-1";
                };
        desk.says(time, word + " " + target, because("r"), till(time + 1 + random.nextInt(600_000)));
    }

    private static String level(Thing thing, Random random) {
        return thing.kind().equals("gathering")
                ? AlarmCatalogue.LEVELS.get(random.nextInt(4))
                : AlarmCatalogue.get(thing.kind()).level();
    }

    private static void look(DeskStory desk, Map<Thing, Integer> episodes, long seed) {
        assertEquals(episodes, lookAtEach(desk, seed), "seed " + seed + ": each episode is in one alarm");
    }

    /** @return how often each thing was raised */
    private static Map<Thing, Integer> lookAtEach(DeskStory desk, long seed) {
        assertNull(desk.desk.state(), "seed " + seed + ": nothing is remembered at the end");
        assertNull(desk.desk.wakeAt(), "seed " + seed);
        Map<String, AlarmChange> newest = new TreeMap<>();
        Map<String, String> open = new HashMap<>();
        Map<Thing, Integer> raised = new HashMap<>();
        List<String> cleared = new ArrayList<>();
        for (AlarmChange each : desk.alarms()) {
            String where = "seed " + seed + ": " + each.alarmId() + " " + DeskStory.text(each);
            AlarmChange before = newest.put(each.alarmId(), each);
            String subject = each.kind() + "/" + each.finding().subjectId();
            if (before == null) {
                raised.merge(
                        new Thing(
                                each.kind(),
                                each.finding().subjectType(),
                                each.finding().subjectId()),
                        1,
                        Integer::sum);
                assertNull(open.put(subject, each.alarmId()), where + ": one is open at most");
                assertEquals(each.kind().equals("sos") ? 2 : 1, each.seq(), where);
                assertNull(each.returnedMillis(), where);
            } else {
                assertTrue(before.status() != AlarmStatus.CLEARED, where + ": nothing after the end");
                assertEquals(before.seq() + (each.report() ? 0 : 1), each.seq(), where);
                step(before, each, where);
                long most = before.returnedMillis() == null ? 5_000 : 60_000;
                assertTrue(each.timeMillis() - before.timeMillis() <= most, where + ": told in time");
            }
            asItsState(each, where);
            if (each.status() == AlarmStatus.CLEARED) {
                open.remove(subject);
                cleared.add(each.alarmId());
            }
        }
        assertEquals(Map.of(), open, "seed " + seed + ": what is raised is some day cleared");
        assertEquals(
                cleared.stream().sorted().toList(),
                desk.forgotten().stream()
                        .map(each -> each.substring(each.indexOf(' ') + 1))
                        .sorted()
                        .toList(),
                "seed " + seed);
        return raised;
    }

    /** One record may be several steps of the table at one instant; the end of a condition is never taken back. */
    private static void step(AlarmChange before, AlarmChange after, String where) {
        assertTrue(before.returnedMillis() == null || before.returnedMillis().equals(after.returnedMillis()), where);
        if (before.status() != after.status()) {
            assertTrue(isReachable(LifeCycle.of(before.status()), LifeCycle.of(after.status()), 3), where);
        }
        if (after.status() == AlarmStatus.CLEARED && needsPerson(after)) {
            assertTrue(
                    !by(after).equals(Act.SYSTEM) || OpenAlarm.REASON_AGAIN.equals(reason(after)),
                    where + ": a person closes it, or the next episode");
        }
    }

    private static boolean needsPerson(AlarmChange cleared) {
        return cleared.kind().equals("sos") || cleared.kind().equals("fall");
    }

    private static void asItsState(AlarmChange each, String where) {
        LifeCycle state = LifeCycle.of(each.status());
        assertEquals(state == LifeCycle.CLEARED, each.cleared() != null, where);
        assertEquals(state.isAside(), each.handling().aside() != null, where);
        assertTrue(!state.isWaiting() || each.returnedMillis() != null, where);
        if (state == LifeCycle.ACKNOWLEDGED || state == LifeCycle.LATCHED_ACKNOWLEDGED) {
            assertNotNull(each.handling().acknowledged(), where);
        }
        if (AlarmCatalogue.get(each.kind()).lifeSafety()) {
            assertTrue(!state.isAside(), where + ": is never put aside");
        }
    }

    private static String by(AlarmChange cleared) {
        Act act = cleared.cleared();
        return act == null ? "" : act.by();
    }

    private static @Nullable String reason(AlarmChange cleared) {
        Act act = cleared.cleared();
        return act == null ? null : act.reason();
    }

    private static boolean isReachable(LifeCycle from, LifeCycle to, int steps) {
        if (from == to) {
            return true;
        }
        if (steps == 0) {
            return false;
        }
        for (AlarmEvent event : AlarmEvent.values()) {
            LifeCycle next = from.next(event);
            if (next != null && isReachable(next, to, steps - 1)) {
                return true;
            }
        }
        return false;
    }
}
