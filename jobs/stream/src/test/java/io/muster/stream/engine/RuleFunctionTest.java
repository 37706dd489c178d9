package io.muster.stream.engine;

import static io.muster.stream.engine.Scribe.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.Ordered;
import io.muster.stream.engine.Scribe.Memory;
import io.muster.stream.engine.Scribe.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RuleFunctionTest {
    private static final long SEED = 4711;

    private static KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RuleFunction<>(new Scribe(), "scribe", Memory.class, Word.class)),
                Word::key,
                Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Word, String> opened() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness = harness();
        harness.open();
        return harness;
    }

    @Test
    void inputsAreTakenInTheTotalOrderWhateverTheOrderOfArrival() throws Exception {
        List<Word> inOrder = List.of(
                new Word("a", 10, 5, "z", 3, 9, "1"),
                new Word("a", 10, 6, "m", 3, 9, "2"),
                new Word("a", 10, 6, "n", 1, 9, "3"),
                new Word("a", 10, 6, "n", 2, 7, "4"),
                new Word("a", 10, 6, "n", 2, 8, "5"),
                new Word("a", 11, 1, "a", 0, 0, "6"));
        Random random = new Random(SEED);
        for (int round = 0; round < 50; round++) {
            List<Word> shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, random);
            try (var harness = opened()) {
                for (Word each : shuffled) {
                    put(harness, each);
                }
                assertEquals(List.of(), harness.extractOutputValues(), "nothing is decided before its time");
                harness.processWatermark(11);
                assertEquals(
                        List.of(
                                "a 10 1 after ''",
                                "a 10 2 after '1'",
                                "a 10 3 after '12'",
                                "a 10 4 after '123'",
                                "a 10 5 after '1234'",
                                "a 11 6 after '12345'"),
                        harness.extractOutputValues(),
                        "seed " + SEED + " round " + round);
            }
        }
    }

    @Test
    void atOneInstantInputsComeBeforeTheWakeUp() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+10"));
            put(harness, Word.of("a", 20, "late"));
            put(harness, Word.of("a", 21, "r"));
            harness.processWatermark(30);
            assertEquals(
                    List.of(
                            "a 10 wake+10 after ''",
                            "a 20 late after 'wake+10'",
                            "a woke 20",
                            "a 21 r after 'wake+10late!'"),
                    harness.extractOutputValues());
        }
    }

    @Test
    void aWakeUpThatIsReplacedDoesNotHappen() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+10"));
            put(harness, Word.of("a", 15, "wake+100"));
            harness.processWatermark(30);
            assertEquals(2, harness.extractOutputValues().size(), () -> harness.extractOutputValues()
                    .toString());
            harness.processWatermark(115);
            assertEquals("a woke 115", harness.extractOutputValues().get(2));
        }
    }

    @Test
    void nothingFiresWhenTheInputEnds() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+10"));
            harness.processWatermark(10);
            put(harness, Word.of("a", 15, "waiting"));
            harness.processWatermark(Long.MAX_VALUE);
            assertEquals(List.of("a 10 wake+10 after ''"), harness.extractOutputValues());
        }
    }

    @Test
    void whatComesBelowTheWatermarkIsDecidedAtOnceAndNotDropped() throws Exception {
        try (var harness = opened()) {
            harness.processWatermark(100);
            put(harness, Word.of("a", 50, "wake+10"));
            assertEquals(List.of("a 50 wake+10 after ''", "a woke 60"), harness.extractOutputValues());
        }
    }

    @Test
    void ofAForgottenKeyNothingIsLeft() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+10"));
            put(harness, Word.of("a", 12, "forget"));
            harness.processWatermark(30);
            assertEquals(2, harness.extractOutputValues().size(), "a forgotten key is not woken");
            assertEquals(0, harness.numKeyedStateEntries());
            assertEquals(0, harness.numEventTimeTimers());
        }
    }

    @Test
    void aSnapshotAfterAnyStepChangesNothing() throws Exception {
        List<Object> script = script();
        List<String> expected = play(script, Integer.MAX_VALUE);
        assertEquals(true, expected.stream().anyMatch(each -> each.contains("woke")), "seed " + SEED);
        for (int n = 1; n < script.size(); n++) {
            assertEquals(expected, play(script, n), "seed " + SEED + ": snapshot after each " + n + " steps");
        }
    }

    /** Words of three keys in disorder, and watermarks that never pass a word that is still to come. */
    private static List<Object> script() {
        Random random = new Random(SEED);
        List<Object> script = new ArrayList<>();
        for (int now = 0; now < 200; now += 10) {
            for (int i = 0; i < 3; i++) {
                String key = String.valueOf((char) ('a' + random.nextInt(3)));
                long time = now + 1L + random.nextInt(30);
                int chance = random.nextInt(10);
                String what = chance == 0 ? "forget" : chance < 5 ? "wake+" + random.nextInt(25) : "w" + i;
                script.add(new Word(key, time, time - random.nextInt(3), "topic", i, script.size(), what));
            }
            script.add((long) now);
        }
        script.add(500L);
        return script;
    }

    private static List<String> play(List<Object> script, int snapshotEach) throws Exception {
        List<String> told = new ArrayList<>();
        var harness = opened();
        int steps = 0;
        for (Object step : script) {
            if (step instanceof Word word) {
                put(harness, word);
            } else if (step instanceof Long watermark) {
                harness.processWatermark(watermark);
            }
            if (++steps % snapshotEach == 0) {
                OperatorSubtaskState snapshot = harness.snapshot(steps, steps);
                told.addAll(harness.extractOutputValues());
                harness.close();
                harness = harness();
                harness.initializeState(snapshot);
                harness.open();
            }
        }
        told.addAll(harness.extractOutputValues());
        harness.close();
        // Keys are woken in an order of Flink's own; each key has its own.
        told.sort((a, b) -> Character.compare(a.charAt(0), b.charAt(0)));
        return told;
    }

    @Test
    void theTotalOrderIsTheDesignsOne() {
        Word first = new Word("a", 1, 2, "b", 3, 4, "");
        assertEquals(0, Ordered.TOTAL_ORDER.compare(first, new Word("other", 1, 2, "b", 3, 4, "key is no part of it")));
    }
}
