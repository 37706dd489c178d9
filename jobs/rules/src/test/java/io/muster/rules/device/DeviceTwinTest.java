package io.muster.rules.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.alarm.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random tags, buttons, batteries, falls, silences, passes and releases against the obvious: each second the whole past is looked through again for
 * what holds, and since when.
 */
class DeviceTwinTest {
    private static final int SECONDS = 400;
    /** T1 and T2 are worn by A, T3 by B. */
    private static final List<String> TAGS = List.of("T1", "T2", "T3");

    /** @param what heard, silent, in, out, release, or words of a tag; one thing a second */
    private record Happening(int second, String who, String what, boolean watched) {}

    @Test
    void whatHoldsIsWhatThePastSays() {
        Set<String> kinds = new HashSet<>();
        for (long seed = 1; seed <= Seeds.upTo(40); seed++) {
            List<Happening> past = new ArrayList<>();
            List<Happening> all = history(new Random(seed));
            DeviceStory story = DeviceStory.standard().carries("A", "T1", "T2").carries("B", "T3");
            int next = 0;
            for (int second = 0; second <= SECONDS; second++) {
                while (next < all.size() && all.get(next).second() == second) {
                    past.add(all.get(next));
                    tell(story, all.get(next++));
                }
                story.until(second + "s");
                Map<String, Long> expected = new Obvious(past, second).open;
                assertEquals(expected, open(story), "seed " + seed + " second " + second);
                expected.keySet().forEach(each -> kinds.add(each.split(" ")[0]));
            }
        }
        assertEquals(Set.of("sos", "low_battery", "fall", "terminal_offline", "not_wearing"), kinds);
    }

    /** When everybody is out, nothing is pressed, empty or fallen, and no tag is heard: nothing is open and nothing is remembered. */
    @Test
    void whoLeftLeavesNothingBehind() {
        for (long seed = 1; seed <= Seeds.upTo(200); seed++) {
            DeviceStory story = DeviceStory.standard().carries("A", "T1", "T2").carries("B", "T3");
            List<Happening> all = history(new Random(seed));
            all.forEach(each -> tell(story, each));
            for (String tag : TAGS) {
                story.says("500s", tag, "released 90% up");
                if (isLive(all, tag)) {
                    story.unwatched().silent("510s", tag);
                }
            }
            story.passesOut("520s", "A").passesOut("520s", "B").until("99999s");
            assertEquals(Map.of(), open(story), "seed " + seed);
            assertEquals(List.of(), story.leftOver(), "seed " + seed);
            assertTrue(story.findings().size() % 2 == 0, "each beginning has its end, seed " + seed);
        }
    }

    private static List<Happening> history(Random random) {
        List<Happening> history = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            if (random.nextInt(3) == 0) {
                boolean watched = random.nextInt(4) > 0;
                String tag = TAGS.get(random.nextInt(3));
                String person = random.nextBoolean() ? "A" : "B";
                switch (random.nextInt(9)) {
                    case 0, 1 ->
                        history.add(new Happening(second, tag, isLive(history, tag) ? "silent" : "heard", watched));
                    case 2 -> history.add(new Happening(second, person, random.nextBoolean() ? "in" : "out", watched));
                    case 3 -> {
                        if (random.nextInt(4) == 0) {
                            history.add(new Happening(second, person, "release", watched));
                        }
                    }
                    case 4 ->
                        history.add(new Happening(second, tag, random.nextBoolean() ? "pressed" : "released", watched));
                    case 5 -> history.add(new Happening(second, tag, (15 + random.nextInt(15)) + "%", watched));
                    case 6 -> history.add(new Happening(second, tag, random.nextBoolean() ? "fallen" : "up", watched));
                    default ->
                        history.add(new Happening(second, tag, random.nextBoolean() ? "still" : "moving", watched));
                }
            }
        }
        return history;
    }

    private static boolean isLive(List<Happening> past, String tag) {
        boolean live = false;
        for (Happening each : past) {
            if (each.who().equals(tag)) {
                live = each.what().equals("heard") || (live && !each.what().equals("silent"));
            }
        }
        return live;
    }

    private static void tell(DeviceStory story, Happening each) {
        String at = each.second() + "s";
        if (each.watched()) {
            story.watched();
        } else {
            story.unwatched();
        }
        switch (each.what()) {
            case "heard" -> story.heard(at, each.who(), "1,2");
            case "silent" -> story.silent(at, each.who());
            case "in" -> story.passesIn(at, each.who());
            case "out" -> story.passesOut(at, each.who());
            case "release" -> story.released(at, each.who(), "li");
            default -> story.says(at, each.who(), each.what());
        }
    }

    private static Map<String, Long> open(DeviceStory story) {
        Map<String, Long> open = new TreeMap<>();
        for (Finding each : story.findings()) {
            String key = each.kind() + " " + each.subjectId();
            if (each.active()) {
                assertTrue(open.put(key, each.onsetMillis()) == null, "told twice: " + key);
            } else {
                assertTrue(open.remove(key) != null, "ended without a beginning: " + key);
            }
        }
        return open;
    }

    private static String wearer(String tag) {
        return tag.equals("T3") ? "B" : "A";
    }

    /** The past from its beginning, with a variable for each thing that a person would write down. */
    private static final class Obvious {
        final Map<String, Long> open = new TreeMap<>();

        Obvious(List<Happening> past, int now) {
            for (String tag : TAGS) {
                tag(past, tag);
            }
            for (String person : List.of("A", "B")) {
                fall(past, person);
                notWearing(past, person, now);
            }
        }

        private void tag(List<Happening> past, String tag) {
            Long pressed = null;
            Long low = null;
            Long lost = null;
            long fix = 0;
            Long out = null;
            for (Happening each : past) {
                long said = each.second() * 1000L - 200;
                if (each.who().equals(wearer(tag))) {
                    switch (each.what()) {
                        case "in" -> out = null;
                        case "release" -> lost = null;
                        default -> {
                            out = each.second() * 1000L;
                            lost = null;
                        }
                    }
                }
                if (!each.who().equals(tag)) {
                    continue;
                }
                switch (each.what()) {
                    case "pressed" -> pressed = pressed == null ? Long.valueOf(said) : pressed;
                    case "released" -> pressed = null;
                    case "heard" -> {
                        fix = each.second() * 1000L;
                        lost = null;
                    }
                    case "silent" -> {
                        // A pass is forgotten with the person: when no tag was heard then, none can be lost behind the
                        // gate later.
                        boolean isBehind = out != null && isRemembered(past, each, tag, out) && fix <= out + 60_000;
                        lost = each.watched() && !isBehind ? Long.valueOf(fix) : null;
                    }
                    default -> {
                        if (each.what().endsWith("%")) {
                            int percent = Integer.parseInt(each.what().replace("%", ""));
                            boolean isLow = percent < 20;
                            low = percent > 25 ? null : low == null && isLow ? Long.valueOf(said) : low;
                        }
                    }
                }
            }
            put("sos " + tag, pressed);
            put("low_battery " + tag, low);
            put("terminal_offline " + tag, lost);
        }

        /** Whether somebody who passed out at this moment was known all the time until now: a tag of theirs was heard, or lay where they fell. */
        private static boolean isRemembered(List<Happening> past, Happening until, String tag, long out) {
            for (int i = 0; i < past.size() && !past.get(i).equals(until); i++) {
                if (past.get(i).second() * 1000L < out) {
                    continue;
                }
                List<Happening> then = past.subList(0, i + 1);
                boolean isKnown = TAGS.stream()
                        .filter(each -> wearer(each).equals(wearer(tag)))
                        .anyMatch(each -> isLive(then, each) || isFallen(then, each));
                if (!isKnown) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isFallen(List<Happening> past, String tag) {
            boolean fallen = false;
            for (Happening each : past) {
                if (each.who().equals(tag)) {
                    fallen = each.what().equals("fallen")
                            || (fallen && !each.what().equals("up"));
                }
            }
            return fallen;
        }

        private void fall(List<Happening> past, String person) {
            Long since = null;
            for (int i = 0; i < past.size(); i++) {
                List<Happening> then = past.subList(0, i + 1);
                boolean fallen = TAGS.stream().anyMatch(each -> wearer(each).equals(person) && isFallen(then, each));
                since = !fallen
                        ? null
                        : since == null ? Long.valueOf(past.get(i).second() * 1000L - 200) : since;
            }
            put("fall " + person, since);
        }

        private void notWearing(List<Happening> past, String person, int now) {
            Long since = null;
            Integer waits = null;
            int next = 0;
            for (int second = 0; second <= now; second++) {
                for (; next < past.size() && past.get(next).second() == second; next++) {
                    Happening each = past.get(next);
                    if (each.who().equals(person)) {
                        waits = each.what().equals("in") ? Integer.valueOf(second) : null;
                        since = each.what().equals("in") ? since : null;
                    } else if (each.what().equals("heard") && wearer(each.who()).equals(person)) {
                        since = null;
                    }
                }
                if (waits != null && second == waits + 30) {
                    List<Happening> then = past.subList(0, next);
                    boolean heard = TAGS.stream().anyMatch(each -> wearer(each).equals(person) && isLive(then, each));
                    since = heard || since != null ? since : Long.valueOf(waits * 1000L);
                    waits = null;
                }
            }
            put("not_wearing " + person, since);
        }

        private void put(String what, @Nullable Long since) {
            if (since != null) {
                open.put(what, since);
            }
        }
    }
}
