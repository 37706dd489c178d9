package io.muster.rules.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void theEvidenceIsTheNewestFixInWhicheverZone() {
        person.give(verdict(30, "a", "boundary", 5, Presence.CONFIRMED, 1, 29));
        person.give(verdict(30, "b", "boundary", 4, Presence.CONFIRMED, 2, 28));
        person.wakeUpTo(30);
        assertEquals(29, person.told().get(0).evidence().get(0).fixMillis());
        person.give(verdict(40, "b", "boundary", 4, Presence.STALE, 3, 39));
        person.give(verdict(40, "a", "boundary", 3, Presence.STALE, 4, 29));
        person.wakeUpTo(40);
        assertEquals(39, person.told().get(1).evidence().get(0).fixMillis());
    }

    @Test
    void howLongSomethingHasLastedIsNoNews() {
        person.give(lasting(30, "a", Presence.CONFIRMED, 20));
        person.give(lasting(30, "b", Presence.CONFIRMED, 20));
        person.give(lasting(35, "a", Presence.STALE, 25));
        person.wakeUpTo(99);
        assertEquals(List.of("30 overstay [a, b] since 10 1~0 #1"), told(), "b hears the person all the same");
    }

    @Test
    void whatIsRememberedOfZonesIsSorted() {
        person.give(verdict(10, "b", "overstay", 5, Presence.CONFIRMED, 1, 10));
        person.give(verdict(10, "c", "boundary", 5, Presence.CONFIRMED, 2, 10));
        person.give(verdict(10, "a", "overstay", 5, Presence.CONFIRMED, 3, 10));
        PersonWatchState state = person.state();
        assertEquals(
                List.of("boundary c", "overstay a", "overstay b"),
                state == null
                        ? null
                        : state.verdicts().stream()
                                .map(each -> each.breach().kind() + " " + each.fenceId())
                                .toList(),
                "the same bytes in whatever order zones spoke");
    }

    @Test
    void aVerdictSaysTheSameOnlyIfNothingThatIsShownDiffers() {
        ZoneVerdict one = lasting(30, "a", Presence.CONFIRMED, 20);
        assertTrue(one.saysAs(lasting(40, "a", Presence.CONFIRMED, 30)), "later, and longer");
        assertFalse(one.saysAs(lasting(30, "a", Presence.STALE, 20)), "silent");
        assertFalse(one.saysAs(copy(one, false, one.breach(), "v1")), "over");
        assertFalse(one.saysAs(copy(one, true, one.breach(), "v2")), "by another plan");
        Breach breach = one.breach();
        assertFalse(one.saysAs(copy(one, true, new Breach("overstay", "other", 10, 20.0, 20.0), "v1")), "another rule");
        assertFalse(one.saysAs(copy(one, true, breach.since(11), "v1")), "since another moment");
        assertFalse(
                one.saysAs(copy(one, true, new Breach("overstay", "overstay", 10, 21.0, 20.0), "v1")), "another limit");
        assertEquals(
                "watch/a 0 7",
                one.origin() + " " + one.partition() + " " + copy(one, 7).offset());
    }

    @Test
    void ofTwoBreachesTheOneThatBeganFirstStands() {
        Breach first = Breach.of("boundary", "boundary", 5);
        Breach second = Breach.of("boundary", "boundary-times", 5);
        assertEquals(first, Breach.earlier(first, second), "of one moment the first");
        assertEquals(second.since(4), Breach.earlier(first, second.since(4)));
        assertEquals(first, Breach.earlier(first, null));
        assertEquals(second, Breach.earlier(null, second));
    }

    private static ZoneVerdict lasting(int time, String fence, Presence presence, int lasted) {
        ZoneVerdict plain = verdict(time, fence, "overstay", 10, presence, 1, time);
        return copy(plain, true, new Breach("overstay", "overstay", 10, 20.0, (double) lasted), "v1");
    }

    private static ZoneVerdict copy(ZoneVerdict v, boolean active, Breach breach, String plan) {
        return new ZoneVerdict(
                v.site(),
                v.fenceId(),
                v.trackableId(),
                active,
                breach,
                v.presence(),
                v.evidence(),
                plan,
                v.timeMillis(),
                v.eventMillis(),
                v.seq());
    }

    private static ZoneVerdict copy(ZoneVerdict v, long seq) {
        return new ZoneVerdict(
                v.site(),
                v.fenceId(),
                v.trackableId(),
                v.active(),
                v.breach(),
                v.presence(),
                v.evidence(),
                v.planVersion(),
                v.timeMillis(),
                v.eventMillis(),
                seq);
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
        return verdict(time, fence, kind, onset, presence, seq, time);
    }

    private static ZoneVerdict verdict(
            int time, String fence, String kind, @Nullable Integer onset, Presence presence, long seq, int fix) {
        return new ZoneVerdict(
                "s",
                fence,
                "A",
                onset != null,
                new Breach(kind, kind, onset == null ? 0 : onset, null, null),
                presence,
                new Finding.Evidence("A", "tag", 1, 2, null, 1, fix),
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
