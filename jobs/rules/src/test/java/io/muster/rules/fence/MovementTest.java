package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.rules.person.PersonNotice.Kind;
import io.muster.rules.place.ZoneTraits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether somebody moves: by the sensor of the tag, or where none ever spoke, by positions; told where the plan watches it. */
class MovementTest {
    private static final ZoneTraits WATCHED = new ZoneTraits(false, false, true, null);

    private static FenceStory tank() {
        return new FenceStory().zone("tank", "0 0, 10 10", FenceStory.UWB, WATCHED);
    }

    private static List<String> told(FenceStory story) {
        return story.changes().stream()
                .map(c -> FenceStory.seconds(c.timeMillis()) + " " + c.to() + " " + c.reason() + " still "
                        + (c.stillSinceMillis() == null ? "-" : FenceStory.seconds(c.stillSinceMillis())))
                .toList();
    }

    @Test
    void theSensorSays() {
        FenceStory story = tank().walks("1s 5,5").says("2s", Kind.STILL, null).says("8s", Kind.MOVING, null);
        assertEquals(
                List.of(
                        "1s CONFIRMED crossing still -",
                        "2s CONFIRMED movement still 2s",
                        "8s CONFIRMED movement still -"),
                told(story));
    }

    @Test
    void theSameWordAgainIsNoNews() {
        FenceStory story = tank().walks("1s 5,5")
                .says("2s", Kind.STILL, null)
                .says("4s", Kind.STILL, null)
                .walks("5s 5,5");
        assertEquals(List.of("1s CONFIRMED crossing still -", "2s CONFIRMED movement still 2s"), told(story));
    }

    @Test
    void positionsSayWhereNoSensorDoes() {
        FenceStory story = tank().walks("1s 5,5", "10s 5,5 =4s", "12s 5,5 =4s", "14s 6,5");
        assertEquals(
                List.of(
                        "1s CONFIRMED crossing still -",
                        "10s CONFIRMED movement still 4s",
                        "14s CONFIRMED movement still -"),
                told(story));
    }

    @Test
    void aSensorIsBelievedAndNotPositions() {
        FenceStory story = tank().says("1s", Kind.MOVING, null).walks("2s 5,5 =1s", "9s 5,5 =1s");
        assertEquals(List.of("2s CONFIRMED crossing still -"), told(story));
    }

    @Test
    void whatTheSensorSaidBeforeTheEntryHolds() {
        FenceStory story = tank().says("1s", Kind.STILL, null).walks("2s 5,5");
        assertEquals(List.of("2s CONFIRMED crossing still 1s"), told(story));
    }

    @Test
    void aSensorThatSpeaksWhilePositionsAreSilentIsHeard() {
        FenceStory story = tank().walks("1s 5,5").silentUntil("20s").says("21s", Kind.STILL, null);
        assertEquals("21s STALE movement still 21s", told(story).get(2));
    }

    @Test
    void whereNobodyWatchesNothingIsTold() {
        FenceStory story =
                new FenceStory().zone("yard", "0 0, 10 10").walks("1s 5,5").says("2s", Kind.STILL, null);
        assertEquals(1, story.told().size());
    }

    @Test
    void aChangedPersonIsTold() {
        FenceStory story = tank().walks("1s 5,5", "2s 5,5 ~lab", "3s 5,5 ~lab");
        assertEquals(
                List.of("1s ENTRY tank crossing since 1s", "2s CONFIRMED>CONFIRMED tank person since 1s"),
                story.told());
        assertEquals("lab", story.changes().get(1).who().department());
    }

    @Test
    void whoIsNowhereAndSaysNothingIsForgotten() {
        assertNull(tank().walks("1s 50,50").state());
    }
}
