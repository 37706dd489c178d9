package io.muster.rules.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.Seeds;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.identify.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The rules against the obvious: at each second, who is where and since when is read anew from the whole history, each rule is written down as its
 * sentence says, and what is said then is compared. The history is random: plans that change, people who come, go, fall silent, lie down, are
 * released, change their type, and fixes that come late.
 */
class WatchTwinTest {
    private static final int SECONDS = 400;
    private static final int SEEDS = (int) Seeds.upTo(300);
    private static final List<String> FENCES = List.of("f", "g");
    private static final List<String> PEOPLE = List.of("A", "B", "C");
    private static final List<String> TYPES = List.of("01", "02", "03", "unknown");
    private static final WatchOptions OPTIONS = new WatchOptions(50_000, 90_000, 40_000, 15_000);

    /** One thing that happened; exactly one of zone and presence is there, or none of them: the fence went. */
    record Happening(
            int second,
            int event,
            String fence,
            @Nullable Zones zone,
            @Nullable String person,
            @Nullable Presence presence,
            String reason,
            @Nullable Integer still,
            @Nullable Who who) {}

    @Test
    void whatIsSaidIsWhatTheHistorySays() {
        int said = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Happening> history = history(new Random(seed));
            WatchStory story = new WatchStory(OPTIONS);
            WatchTwin twin = new WatchTwin(OPTIONS);
            int next = 0;
            for (int second = 0; second <= SECONDS; second++) {
                while (next < history.size() && history.get(next).second() == second) {
                    tell(story, history.get(next));
                    twin.happens(history.get(next++));
                }
                story.until(second + "s");
                Map<String, String> expected = twin.at(second);
                assertEquals(expected, open(story), "seed " + seed + " second " + second);
                said += expected.size();
                expected.keySet().forEach(each -> kinds.merge(each.substring(0, each.indexOf(' ')), 1, Integer::sum));
            }
        }
        assertEquals(8, kinds.size(), "every kind was said at some time: " + kinds + ", " + said + " in all");
    }

    /** Whatever happened: when all have left and the plan asks nothing more, nothing is open, nothing remembered, nobody woken. */
    @Test
    void whoLeftLeavesNothingBehind() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Happening> history = history(new Random(seed));
            WatchStory story = new WatchStory(OPTIONS);
            history.forEach(each -> tell(story, each));
            for (String fence : FENCES) {
                for (String person : PEOPLE) {
                    story.leaves("500s", person, fence);
                }
                story.plan("501s", Zones.production(fence));
            }
            story.until("9999s");
            assertEquals(Map.of(), open(story), "seed " + seed);
            assertEquals(List.of(), story.leftOver(), "seed " + seed);
        }
    }

    private static List<Happening> history(Random random) {
        List<Happening> history = new ArrayList<>();
        Map<String, Who> who = new HashMap<>();
        PEOPLE.forEach(each -> who.put(each, who(random)));
        Map<String, Boolean> inside = new HashMap<>();
        for (int second = 0; second < SECONDS; second++) {
            for (String fence : FENCES) {
                if (second == random.nextInt(5) || random.nextInt(90) == 0) {
                    Zones zone = random.nextInt(8) == 0 ? null : zone(random, fence);
                    history.add(new Happening(second, second, fence, zone, null, null, "", null, null));
                }
            }
            for (String person : PEOPLE) {
                if (random.nextInt(120) == 0) {
                    who.put(person, who(random));
                }
                for (String fence : FENCES) {
                    if (random.nextInt(25) == 0) {
                        boolean was = inside.getOrDefault(person + fence, false);
                        Happening each = presence(random, second, fence, person, was, who.get(person));
                        inside.put(person + fence, each.presence() != Presence.ABSENT);
                        history.add(each);
                    }
                }
            }
        }
        return history;
    }

    private static Happening presence(
            Random random, int second, String fence, String person, boolean inside, @Nullable Who who) {
        int event = second - (random.nextInt(4) == 0 ? random.nextInt(4) : 0);
        int what = inside ? random.nextInt(8) : 8 + random.nextInt(2);
        Integer still = event - random.nextInt(30);
        return switch (what) {
            case 0, 1 -> new Happening(second, event, fence, null, person, Presence.ABSENT, "crossing", null, who);
            case 2 -> new Happening(second, event, fence, null, person, Presence.ABSENT, "released", null, who);
            case 3 -> new Happening(second, event, fence, null, person, Presence.STALE, "signal_timeout", null, who);
            case 4 -> new Happening(second, event, fence, null, person, Presence.STALE, "movement", still, who);
            case 5, 6 -> new Happening(second, event, fence, null, person, Presence.CONFIRMED, "movement", still, who);
            case 9 -> new Happening(second, event, fence, null, person, Presence.POSSIBLE, "crossing", null, who);
            default -> new Happening(second, event, fence, null, person, Presence.CONFIRMED, "crossing", null, who);
        };
    }

    private static Who who(Random random) {
        return WatchStory.who(
                TYPES.get(random.nextInt(TYPES.size())),
                random.nextBoolean() ? null : random.nextBoolean() ? "pump" : "gate",
                random.nextBoolean() ? null : random.nextInt(SECONDS) + "s");
    }

    private static Zones zone(Random random, String fence) {
        Zones zone =
                switch (random.nextInt(4)) {
                    case 0 -> Zones.forbidden(fence);
                    case 1 -> Zones.hazard(fence);
                    case 2 -> Zones.post(fence);
                    default -> Zones.production(fence);
                };
        if (random.nextInt(3) == 0) {
            zone.types("01", "02");
        }
        if (random.nextInt(4) == 0) {
            zone.people("A");
        }
        if (random.nextInt(3) == 0) {
            zone.posts("pump");
        }
        if (random.nextInt(3) == 0) {
            zone.daily(random.nextInt(4), 4 + random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            zone.minimum(1 + random.nextInt(2));
        }
        if (random.nextInt(4) == 0) {
            zone.required("A", "B");
        }
        if (random.nextInt(4) == 0) {
            zone.mustStay("B", "C");
        }
        if (random.nextBoolean()) {
            zone.overstay(1 + random.nextInt(100) + "s");
        }
        if (random.nextBoolean()) {
            zone.motionless(1 + random.nextInt(60) + "s");
        }
        if (random.nextBoolean()) {
            zone.absence(1 + random.nextInt(60) + "s");
        }
        if (random.nextInt(6) == 0) {
            int from = random.nextInt(SECONDS);
            zone.valid(from + "s", from + 1 + random.nextInt(100) + "s");
        }
        return zone;
    }

    private static void tell(WatchStory story, Happening each) {
        String at = each.second() + "s";
        String person = each.person();
        Presence presence = each.presence();
        Integer still = each.still();
        Who who = each.who();
        if (person != null && presence != null && who != null) {
            story.person(person, who);
            long late = (each.second() - each.event()) * 1000L;
            story.tell(at, person, each.fence(), presence, each.reason(), still == null ? null : still * 1000L, late);
        } else {
            story.tellPlan(at, each.fence(), each.zone());
        }
    }

    /** What is open by the findings told, since when and where. */
    private static Map<String, String> open(WatchStory story) {
        Map<String, String> open = new TreeMap<>();
        for (Finding each : story.findings()) {
            String key = each.kind() + " " + each.subjectId();
            if (each.active()) {
                open.put(key, "since " + each.onsetMillis() / 1000 + " in " + each.fenceIds());
            } else {
                open.remove(key);
            }
        }
        return open;
    }
}
