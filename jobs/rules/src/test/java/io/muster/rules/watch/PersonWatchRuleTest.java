package io.muster.rules.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.rules.Seeds;
import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What zones say of a person, made one. */
class PersonWatchRuleTest {
    private final Driven<PersonWatchState, ZoneVerdict, Finding> person = new Driven<>(new PersonWatchRule());

    @Test
    void whoStepsFromOneForbiddenZoneIntoTheNextNeverWasOutside() {
        give(10, "a", "boundary", 10, Presence.CONFIRMED);
        give(20, "a", "boundary", null, Presence.ABSENT);
        give(20, "b", "boundary", 20, Presence.CONFIRMED);
        person.wakeUpTo(30);
        give(40, "b", "boundary", null, Presence.ABSENT);
        person.wakeUpTo(40);
        assertEquals(
                List.of(
                        "10 boundary [a] since 10 1~0 #1",
                        "20 boundary [b] since 10 1~0 #2",
                        "40 ended boundary [b] since 10 1~0 #3"),
                told());
        assertNull(person.state());
    }

    @Test
    void whatBeginsAndEndsAtOneMomentWasNothing() {
        give(10, "a", "boundary", 10, Presence.CONFIRMED);
        give(10, "a", "boundary", null, Presence.ABSENT);
        person.wakeUpTo(10);
        assertEquals(List.of(), told());
        assertNull(person.state());
        assertNull(person.wakeAt());
    }

    @Test
    void kindsAreApart() {
        give(10, "a", "overstay", 1, Presence.CONFIRMED);
        give(10, "a", "boundary", 1, Presence.CONFIRMED);
        give(15, "a", "overstay", null, Presence.CONFIRMED);
        person.wakeUpTo(20);
        assertEquals(
                List.of(
                        "10 boundary [a] since 1 1~0 #1",
                        "10 overstay [a] since 1 1~0 #2",
                        "15 ended overstay [a] since 1 1~0 #3"),
                told());
    }

    @Test
    void oneZoneThatHearsThePersonIsEnough() {
        give(10, "a", "boundary", 5, Presence.STALE);
        give(11, "b", "boundary", 11, Presence.CONFIRMED);
        give(12, "b", "boundary", 11, Presence.STALE);
        person.wakeUpTo(20);
        assertEquals(
                List.of(
                        "10 boundary [a] since 5 0~1 #1",
                        "11 boundary [a, b] since 5 1~0 #2",
                        "12 boundary [a, b] since 5 0~1 #3"),
                told());
    }

    @Test
    void whatIsSaidTwiceIsToldOnce() {
        give(10, "a", "boundary", 5, Presence.CONFIRMED);
        give(12, "a", "boundary", 5, Presence.CONFIRMED);
        give(14, "z", "boundary", null, Presence.ABSENT);
        person.wakeUpTo(20);
        assertEquals(List.of("10 boundary [a] since 5 1~0 #1"), told());
    }

    /** In whatever order zones speak at one moment: what is told is what holds when all have spoken. */
    @Test
    void theOrderOfZonesAtOneMomentDoesNotMatter() {
        for (long seed = 1; seed <= Seeds.upTo(200); seed++) {
            Random random = new Random(seed);
            List<List<ZoneVerdict>> moments = new ArrayList<>();
            for (int time = 10; time < 40; time++) {
                Map<String, ZoneVerdict> now = new TreeMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    String fence = List.of("a", "b", "c").get(random.nextInt(3));
                    Integer onset = random.nextBoolean() ? null : time - random.nextInt(5);
                    now.put(fence, verdict(time, fence, "boundary", onset, Presence.CONFIRMED, time));
                }
                moments.add(new ArrayList<>(now.values()));
            }
            List<String> inOrder = play(moments);
            moments.forEach(each -> Collections.shuffle(each, random));
            assertEquals(inOrder, play(moments), "seed " + seed);
        }
    }

    private static List<String> play(List<List<ZoneVerdict>> moments) {
        Driven<PersonWatchState, ZoneVerdict, Finding> driven = new Driven<>(new PersonWatchRule());
        moments.forEach(each -> each.forEach(driven::give));
        driven.wakeUpTo(99);
        return driven.told().stream().map(PersonWatchRuleTest::text).toList();
    }

    private void give(int time, String fence, String kind, @Nullable Integer onset, Presence presence) {
        person.give(verdict(time, fence, kind, onset, presence, person.told().size()));
    }

    private static ZoneVerdict verdict(
            int time, String fence, String kind, @Nullable Integer onset, Presence presence, long seq) {
        return new ZoneVerdict(
                "s",
                fence,
                "A",
                onset != null,
                new Breach(kind, kind, onset == null ? 0 : onset, null, null),
                presence,
                new Finding.Evidence("A", "tag", 1, 2, null, 1, time),
                "v1",
                time,
                time,
                seq);
    }

    private List<String> told() {
        return person.told().stream().map(PersonWatchRuleTest::text).toList();
    }

    private static String text(Finding f) {
        return f.timeMillis() + (f.active() ? " " : " ended ") + f.ruleId() + " " + f.fenceIds() + " since "
                + f.onsetMillis() + " " + f.confirmed() + "~" + f.stale() + " #" + f.seq();
    }
}
