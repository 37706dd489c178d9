package io.muster.rules.gathering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.alarm.Finding;
import io.muster.rules.identify.Who;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The boundary values of AQ 3064.3 3.5 and 5.2.3. Offsets of the samples: A 50 ms, B 60 ms, C 70 ms, D 80 ms, E 90 ms, F 0 ms, G 10 ms. Two floors above
 * each other are two keys, and so two of these rules: {@code GatheringStageTest} of the job.
 */
class GatheringRuleTest {

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void threeForSixtyOneSecondsAreAGathering(long cycle) {
        Yard yard = Yard.cycle(cycle).stands("A", 0, 0).stands("B", 5, 0);
        yard.until(7_000).stands("C", 0, 5);
        yard.until(7_070 + 61_000).leaves("C").until(100_000);
        assertEquals(
                List.of("67071 START yellow [A, B, C] since 7070", "70000 END yellow [A, B, C] since 7070"),
                yard.story());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void threeForFiftyNineSecondsAreNone(long cycle) {
        Yard yard = Yard.cycle(cycle).stands("A", 0, 0).stands("B", 5, 0);
        yard.until(7_000).stands("C", 0, 5);
        yard.until(7_070 + 59_000).leaves("C").until(200_000);
        assertEquals(List.of(), yard.story());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void whoWalksAwayAfterFiftyNineSecondsHasNotGathered(long cycle) {
        Yard yard = Yard.cycle(cycle).stands("A", 0, 0).stands("B", 5, 0);
        yard.until(7_000).stands("C", 0, 14);
        yard.until(7_000 + 57_000);
        for (int second = 1; second <= 30; second++) {
            yard.stands("C", 0, 14 + 1.4 * second).until(7_000 + 57_000 + second * 1_000);
        }
        assertEquals(List.of(), yard.story());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void exactlySixtySecondsAreNotMoreThanSixty(long cycle) {
        Yard yard = Yard.cycle(cycle).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(60_071).leaves("C").until(100_000);
        assertEquals(List.of(), yard.story());
    }

    /** F, P and Z are sampled at the full second, so that a look comes exactly 60 s after their onset. */
    @Test
    void aLookAtExactlySixtySecondsStartsNothing() {
        Yard yard = Yard.cycle(2_000).stands("F", 0, 0).stands("P", 5, 0).stands("Z", 0, 5);
        yard.until(60_001).leaves("Z").until(100_000);
        assertEquals(List.of(), yard.story());
    }

    @ParameterizedTest
    @CsvSource({"2,", "3,yellow", "4,orange", "6,orange", "7,red"})
    void theLevelIsThatOfTheNumber(int number, String level) {
        Yard yard = Yard.cycle(2_000);
        for (int i = 0; i < number; i++) {
            yard.stands("P" + i, i, 0);
        }
        yard.until(70_000);
        assertEquals(
                level == null ? List.of() : List.of(level),
                yard.findings().stream().map(Finding::level).toList());
        assertEquals(
                level == null ? List.of() : List.of((double) number),
                yard.findings().stream().map(Finding::observed).toList());
    }

    @ParameterizedTest
    @CsvSource({"14.9,1", "15.1,0"})
    void fifteenMetresFromAPerson(double metres, int gatherings) {
        Yard yard = Yard.cycle(2_000)
                .stands("A", 0, 0)
                .stands("B", metres, 0)
                .stands("C", -metres, 0)
                .until(70_000);
        assertEquals(gatherings, yard.story().size());
    }

    /** At 1 m the two differ by 0.93 m (one sigma): near from 14.76 m on, together up to 15.49 m. */
    @ParameterizedTest
    @CsvSource({"14.7,15.4,0", "14.7,15.6,1", "14.8,14.8,-1"})
    void whoIsThereInDoubtStaysInDoubt(double first, double then, int ends) {
        Yard yard = Yard.cycle(2_000)
                .accuracy(1)
                .stands("A", 0, 0)
                .stands("B", first, 0)
                .stands("C", -first, 0)
                .until(70_000)
                .stands("B", then, 0)
                .stands("C", -then, 0)
                .until(100_000);
        assertEquals(ends < 0 ? 0 : 1 + ends, yard.story().size(), yard.story().toString());
    }

    @Test
    void aRowOfTenAtTenMetresIsThreeAndThree() {
        Yard yard = Yard.cycle(2_000);
        for (int i = 0; i < 10; i++) {
            yard.stands("P" + i, 10 * i, 0);
        }
        yard.until(70_000);
        assertEquals(
                List.of("[P0, P1, P2]", "[P3, P4, P5]", "[P6, P7, P8]"),
                yard.findings().stream()
                        .map(f -> f.trackableIds().toString())
                        .sorted()
                        .toList());
        assertTrue(yard.findings().stream().allMatch(f -> f.level().equals("yellow")));
    }

    @Test
    void aRingWithNobodyInItsMiddleIsNotFound() {
        Yard yard = Yard.cycle(2_000).accuracy(0.03);
        for (int i = 0; i < 6; i++) {
            yard.stands("P" + i, 29.9 / 2 * Math.cos(i * Math.PI / 3), 29.9 / 2 * Math.sin(i * Math.PI / 3));
        }
        yard.until(70_000);
        // Each has two neighbours at 14.95 m: three of the six are told, where a free disc of 15 m would tell all six.
        assertEquals(
                List.of("[P0, P1, P5]", "[P2, P3, P4]"),
                yard.findings().stream()
                        .map(f -> f.trackableIds().toString())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void aRadioHoleOfThirtySecondsEndsNothing(long cycle) {
        Yard yard = Yard.cycle(cycle).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(80_000).silent("A").silent("B").silent("C");
        yard.until(109_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(140_000);
        assertEquals(List.of("60071 START yellow [A, B, C] since 70"), yard.story());
    }

    @Test
    void aHoleBeforeTheMinuteIsFullDoesNotStartItAnew() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(20_000).silent("C").until(49_000).stands("C", 0, 5).until(70_000);
        assertEquals(List.of("60071 START yellow [A, B, C] since 70"), yard.story());
    }

    @Test
    void aSilentMemberCountsAsStaleForTenMinutes() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(80_000).silent("C").until(700_000);
        // The last sample of C is of 79.070 s; gone at 679.071 s, and the group 1 s after the look that had it.
        assertEquals(
                List.of("60071 START yellow [A, B, C] since 70", "681000 END yellow [A, B, C] since 70"), yard.story());
        GatheringChange end = yard.changes().get(yard.changes().size() - 1);
        assertEquals(679_000L, end.endMillis());
        assertEquals("dispersed", end.endReason());
        assertEquals(1, end.staleCount());
        Finding stale = yard.findings().get(1);
        assertEquals(
                List.of(90_000L, 3, 2, 1),
                List.of(stale.timeMillis(), stale.trackableIds().size(), stale.confirmed(), stale.stale()));
    }

    @Test
    void whoWalkedOutOfReachTogetherBeginNothing() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(40_000).silent("A").silent("B").silent("C").until(200_000);
        assertEquals(List.of(), yard.story());
        assertEquals(null, yard.floor.wakeAt());
    }

    @Test
    void whoIsSilentBeforeTheMinuteIsFullIsGoneAfterThirtySeconds() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(25_000).silent("C").until(200_000);
        assertEquals(List.of(), yard.story());
    }

    @Test
    void isForeseenAfterThirtySecondsAndKeepsItsName() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(62_000);
        assertEquals("31000 PRE_WARNING [A, B, C]", yard.foreseen().get(0));
        assertEquals(List.of("60071 START yellow [A, B, C] since 70"), yard.story());
        assertEquals(
                1, yard.changes().stream().map(GatheringChange::id).distinct().count());
    }

    @Test
    void whoPartBeforeTheMinuteIsFullWereOnlyForeseen() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(45_500).stands("C", 0, 99).until(100_000);
        assertEquals("48000 END [A, B, C]", yard.foreseen().get(yard.foreseen().size() - 1));
        assertEquals(List.of(), yard.story());
    }

    @Test
    void whoPartWithinThirtySecondsAreNotTold() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(29_500).stands("C", 0, 99).until(100_000);
        assertEquals(List.of(), yard.changes());
    }

    @Test
    void ofTwoThatMeetTheOlderLivesOn() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(10_000)
                .stands("K", 100, 0)
                .stands("L", 105, 0)
                .stands("M", 100, 5)
                .stands("N", 103, 3);
        yard.until(80_500).stands("K", 1, 1).stands("L", 2, 2).stands("M", 3, 1).stands("N", 1, 4);
        yard.until(90_000);
        String older = yard.changes().get(0).id();
        GatheringChange end = yard.changes().stream()
                .filter(c -> c.type() == GatheringChange.Type.END)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        "60071 START yellow [A, B, C] since 70",
                        "70071 START orange [K, L, M, N] since 10070",
                        "82000 ONGOING red [A, B, C, K, L, M, N] since 70",
                        "83000 END orange [K, L, M, N] since 10070"),
                yard.story());
        assertEquals("merged", end.endReason());
        assertEquals(older, end.mergedIntoId());
    }

    @Test
    void ofOneThatPartsTheLargerPartKeepsTheNameAndTheOtherIsToldAtOnce() {
        Yard yard = Yard.cycle(2_000);
        for (String person : List.of("A", "B", "C", "D", "E", "F", "G")) {
            yard.stands(person, person.charAt(0) - 'A', 0);
        }
        yard.until(80_500);
        for (String person : List.of("A", "B", "C")) {
            yard.stands(person, 100 + person.charAt(0), 0);
        }
        yard.until(100_000);
        // They are apart at the look of 82 s. What was together by 1 s has been so since then; the level falls 10 s
        // after the seven.
        assertEquals(
                List.of(
                        "60051 START red [A, B, C, D, E, F, G] since 50",
                        "82000 ONGOING red [D, E, F, G] since 50",
                        "92000 ONGOING orange [D, E, F, G] since 50",
                        "92000 START yellow [A, B, C] since 1000"),
                yard.story());
        String whole = yard.changes().get(0).id();
        assertEquals(
                List.of(whole),
                yard.changes().stream()
                        .filter(c -> c.type() == GatheringChange.Type.START && c.splitFromId() != null)
                        .map(GatheringChange::splitFromId)
                        .toList());
    }

    @Test
    void twoAreToldAfterThirtySecondsAndUntilTheyPartOrAThirdOneCame() {
        Yard yard = Yard.cycle(2_000)
                .stands("A", 0, 0)
                .stands("B", 5, 0)
                .stands("K", 500, 0)
                .stands("L", 505, 0);
        yard.until(25_500).stands("L", 900, 0);
        yard.until(40_500).stands("B", 99, 0);
        yard.until(80_500).stands("B", 1, 0).until(120_500).stands("C", 2, 0).until(130_000);
        assertEquals(
                List.of(
                        "32000 PAIR 0.0/1000/A+ [A, B] 1",
                        "43000 END 0.0/1000/A+ [A, B] 2",
                        "113000 PAIR 0.0/82000/A+ [A, B] 1",
                        "123000 END 0.0/82000/A+ [A, B] 2"),
                yard.pairs());
        assertEquals(List.of(), yard.changes());
    }

    @Test
    void twoWhoAreSilentAreNotTold() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0);
        yard.until(15_000).silent("A").silent("B").until(100_000);
        assertEquals(List.of(), yard.pairs());
    }

    @ParameterizedTest
    @CsvSource({"2.9,1", "3.1,0"})
    void heightsCountWhereTheyAreKnownAndAsked(double metres, int gatherings) {
        GatheringOptions o = GatheringOptions.cycle(2_000);
        Yard yard = new Yard(new GatheringOptions(
                        2_000, 15, 60_000, 3, 4, 7, 0.6, 0.3, 3, 30_000, 10_000, 30_000, 600_000, 2_000, 10_000, 5_000,
                        o.raw()))
                .heights(1, metres)
                .stands("A", 0, 0)
                .stands("B", 5, 0)
                .stands("C", 0, 5)
                .until(70_000);
        assertEquals(gatherings, yard.story().size());
    }

    @Test
    void whoWalksUpIsThereFromTheMomentAtWhichTheyMayHaveBeen() {
        Yard yard = Yard.cycle(2_000).accuracy(0.03).stands("A", 0, 0).stands("B", 5, 0);
        // C walks up at 1 m/s, and is 15 m from A at 10 s; sampled each second, at 0.070 s.
        for (int second = 0; second < 15; second++) {
            yard.stands("C", 0, 25 - second).until((second + 1) * 1_000L);
        }
        yard.until(80_000);
        long since = yard.changes().get(0).startMillis();
        // At 10.070 s the sample says 15 m.
        assertTrue(Math.abs(since - 10_070) <= 100, "" + since);
    }

    @Test
    void aShortGapEndsNothingAndALongOneStartsAnew() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(70_500).stands("C", 0, 99).until(71_500).stands("C", 0, 5);
        yard.until(90_500).stands("C", 0, 99).until(102_500).stands("C", 0, 5).until(170_000);
        assertEquals(
                List.of(
                        "60071 START yellow [A, B, C] since 70",
                        "93000 END yellow [A, B, C] since 70",
                        "163071 START yellow [A, B, C] since 103070"),
                yard.story());
    }

    @Test
    void theLevelRisesAtTheNextCycleAndFallsTenSecondsAfter() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(70_500).stands("D", 5, 5).until(80_500).leaves("D").until(100_000);
        assertEquals(
                List.of(
                        "60071 START yellow [A, B, C] since 70",
                        "72000 ONGOING orange [A, B, C, D] since 70",
                        "82000 ONGOING orange [A, B, C] since 70",
                        "92000 ONGOING yellow [A, B, C] since 70"),
                yard.story());
        assertEquals(4, yard.changes().get(yard.changes().size() - 1).peakCount());
    }

    @Test
    void aGroupKeepsItsNameWhileMembersComeAndGo() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(70_000).stands("D", 5, 5).until(75_000).leaves("A");
        yard.until(80_000).stands("E", 5, 3).until(85_000).leaves("B").until(100_000);
        assertEquals(
                1, yard.changes().stream().map(GatheringChange::id).distinct().count());
        assertEquals("0.0/70/A", yard.changes().get(0).id());
    }

    @Test
    void whoWalksPastOthersCarriesNoGroupAlong() {
        Yard yard = Yard.cycle(2_000);
        for (int i = 0; i < 20; i++) {
            yard.stands("P" + (char) ('a' + i), 35 * (i / 2), i % 2);
        }
        for (int second = 0; second < 240; second++) {
            yard.stands("W", 1.4 * second, 5).until((second + 1) * 1_000L);
        }
        assertEquals(List.of(), yard.story());
    }

    @Test
    void whoIsExemptTakesNoPart() {
        Yard yard = Yard.cycle(2_000).stands("A", 0, 0).stands("B", 5, 0).stands("C", 0, 5);
        yard.until(30_000).exempt("C").until(100_000);
        assertEquals(List.of(), yard.story());
        Evaluation last = yard.evaluations().get(yard.evaluations().size() - 1);
        assertEquals(2, last.people());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void isEvaluatedAtEachCycleWhileAnybodyIsThere(long cycle) {
        Yard yard =
                Yard.cycle(cycle).stands("A", 0, 0).until(100_000).leaves("A").until(200_000);
        List<Long> times =
                yard.evaluations().stream().map(Evaluation::timeMillis).toList();
        assertEquals(100_000 / cycle, times.get(times.size() - 1) / cycle);
        for (int i = 1; i < times.size(); i++) {
            assertEquals(cycle, times.get(i) - times.get(i - 1));
        }
        assertEquals(49_050L, yard.evaluations().get((int) (50_000 / cycle) - 1).newestFixMillis());
        assertEquals(null, yard.floor.wakeAt());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void theEvaluationAfterTheLastPersonHasGoneSaysThatNobodyIsThere(long cycle) {
        Yard yard = Yard.cycle(cycle).stands("A", 0, 0).until(101_000).leaves("A");
        yard.until(400_000).stands("A", 0, 0).until(401_000 + cycle);
        List<Evaluation> evaluations = yard.evaluations();
        int last = (int) (101_000 / cycle); // the first one is a cycle after 0 s
        Evaluation empty = evaluations.get(last);
        assertEquals((last + 1) * cycle, empty.timeMillis(), "at the cycle, as always");
        assertEquals(0, empty.people());
        assertEquals(null, empty.newestFixMillis());
        Evaluation again = evaluations.get(last + 1);
        assertEquals(400_000 + cycle, again.timeMillis(), "nothing is told meanwhile");
        assertEquals(1, again.people());
        assertEquals(empty.seq() + 1, again.seq());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void whoComesBackBeforeThatEvaluationIsInIt(long cycle) {
        Yard yard = Yard.cycle(cycle).stands("A", 0, 0).until(100_100).leaves("A");
        yard.until(101_000).stands("A", 0, 0).until(100_100 + cycle);
        Evaluation last = yard.evaluations().get(yard.evaluations().size() - 1);
        assertEquals(100_000 + cycle, last.timeMillis());
        assertEquals(1, last.people());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 25_000})
    void isToldAtLeastEveryFiveSeconds(long cycle) {
        Yard yard = Yard.cycle(cycle)
                .stands("A", 0, 0)
                .stands("B", 5, 0)
                .stands("C", 0, 5)
                .until(120_000);
        List<GatheringChange> changes = yard.changes();
        while (changes.get(0).type() == GatheringChange.Type.PRE_WARNING) {
            changes = changes.subList(1, changes.size());
        }
        assertEquals(60_071, changes.get(0).timeMillis());
        assertEquals(65_000, changes.get(1).timeMillis());
        for (int i = 2; i < changes.size(); i++) {
            assertEquals(5_000, changes.get(i).timeMillis() - changes.get(i - 1).timeMillis());
            assertEquals(changes.get(0).seq() + i, changes.get(i).seq());
        }
        assertEquals(1, yard.findings().size());
    }

    @Test
    void tellsWhereItIsAndWhoItIs() {
        Yard yard = Yard.cycle(2_000)
                .stands("A", 0, 0)
                .stands("B", 6, 0)
                .stands("C", 3, 1)
                .until(61_000);
        GatheringChange start = yard.changes().get(yard.changes().size() - 1);
        assertEquals(GatheringChange.Type.START, start.type());
        assertEquals(3, start.x(), 1e-9);
        assertEquals(3, start.radiusMetres(), 1e-9);
        assertEquals(List.of("Z"), start.fenceIds());
        assertEquals("v1", start.planVersion());
        assertEquals(
                List.of("A 0.0 60050", "B 6.0 60060", "C 3.0 60070"),
                start.members().stream()
                        .map(m -> m.trackableId() + " " + m.x() + " " + m.fixMillis())
                        .toList());
        Finding finding = yard.findings().get(0);
        assertEquals(start.id(), finding.subjectId());
        assertEquals(70, finding.onsetMillis());
        assertEquals(3.0, finding.limit());
        assertEquals(3, finding.evidence().size());
    }

    @Test
    void aFixThatIsToldTwiceOrLateCountsOnce() {
        Yard yard = Yard.cycle(2_000);
        var buckets = Crowd.with(List.of(), yard.sample("A", 1, 0, 1_000, false, false), 10_000);
        buckets = Crowd.with(buckets, yard.sample("A", 3, 0, 3_000, false, false), 10_000);
        buckets = Crowd.with(buckets, yard.sample("A", 2, 0, 2_000, false, false), 10_000);
        buckets = Crowd.with(buckets, yard.sample("A", 3, 0, 3_000, false, false), 10_000);
        Person one = Crowd.people(buckets).get(0);
        assertEquals(
                List.of(1_000L, 2_000L, 3_000L),
                one.recent().stream().map(Person.Spot::eventMillis).toList());
        assertEquals(3.0, Standing.now(one).x(), 1e-9);
        assertEquals(new Standing(one, 2.5, 0, 0.3 * 0.3 / 2.295756, 0), Standing.at(one, 2_500));
    }

    @Test
    void lateFixesBringNoMinuteThatNobodyWatched() {
        Yard yard = Yard.cycle(2_000);
        // Three people whose fixes are 40 s behind, and told at 100 s.
        for (String person : List.of("A", "B", "C")) {
            var late = yard.sample(person, 0, 0, 60_000, false, false);
            yard.floor.give(new io.muster.rules.sample.Sample(
                    late.site(),
                    late.trackableId(),
                    Who.of(null, "01"),
                    late.providerId(),
                    late.technology(),
                    0,
                    0,
                    0,
                    0.0,
                    0,
                    0.3,
                    null,
                    false,
                    false,
                    List.of(),
                    "v1",
                    100_000,
                    60_000,
                    1));
        }
        yard.floor.wakeUpTo(160_000);
        assertTrue(yard.changes().isEmpty(), yard.story().toString());
    }

    @Test
    void namesAllFaultsOfTheOptionsTogether() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new GatheringOptions(
                                0, -1, 60_000, 3, 4, 2, 0.3, 0.6, 0, 70_000, 2, 1, 1, -1, -1, 0, false))
                .getMessage();
        assertEquals(
                "gathering.cycle must be > 0 ms, was 0; gathering.radius must be > 0 m, was -1.0;"
                        + " gathering.min-count <= orange-from <= red-from must hold, was 3, 4, 2;"
                        + " 0 < gathering.leave <= gathering.join < 1 must hold, was 0.6, 0.3;"
                        + " gathering.height must be > 0 m, was 0.0;"
                        + " gathering.pre-warning must be 0 to 60000 ms, was 70000;"
                        + " 0 < gathering.stale-after <= silent-after <= stale-for must hold, was 2, 1, 1 ms;"
                        + " gathering.gap must be >= 0 ms, was -1; gathering.steady must be >= 0 ms, was -1;"
                        + " gathering.report must be > 0 ms, was 0",
                message);
    }
}
