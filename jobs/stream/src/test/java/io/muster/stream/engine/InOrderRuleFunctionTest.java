package io.muster.stream.engine;

import static io.muster.stream.engine.Scribe.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.stream.engine.Scribe.Memory;
import io.muster.stream.engine.Scribe.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class InOrderRuleFunctionTest {

    private static KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new InOrderRuleFunction<>(new Scribe(), "scribe", Memory.class)),
                Word::key,
                Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Word, String> opened() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness = harness();
        harness.open();
        return harness;
    }

    @Test
    void aWakeUpThatLiesBeforeAnInputIsGivenFirst() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+5"));
            put(harness, Word.of("b", 11, "wake+2"));
            put(harness, Word.of("a", 16, "x"));
            assertEquals(
                    List.of("a 10 wake+5 after ''", "b 11 wake+2 after ''", "a woke 15", "a 16 x after 'wake+5!'"),
                    harness.extractOutputValues());
            harness.processWatermark(20);
            assertEquals("b woke 13", harness.extractOutputValues().get(4));
            assertEquals(5, harness.extractOutputValues().size(), "nobody is woken twice");
        }
    }

    @Test
    void atOneInstantInputsComeBeforeTheWakeUp() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+5"));
            put(harness, Word.of("a", 15, "x"));
            put(harness, Word.of("a", 15, "y"));
            harness.processWatermark(15);
            assertEquals(
                    List.of("a 10 wake+5 after ''", "a 15 x after 'wake+5'", "a 15 y after 'wake+5x'", "a woke 15"),
                    harness.extractOutputValues());
        }
    }

    @Test
    void nothingFiresWhenTheInputEnds() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+5"));
            harness.processWatermark(Long.MAX_VALUE);
            assertEquals(List.of("a 10 wake+5 after ''"), harness.extractOutputValues());
        }
    }

    @Test
    void ofAForgottenKeyNothingIsLeft() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+5"));
            put(harness, Word.of("a", 12, "forget"));
            assertEquals(0, harness.numKeyedStateEntries());
            harness.processWatermark(15);
            assertEquals(0, harness.numEventTimeTimers());
            assertEquals(2, harness.extractOutputValues().size());
        }
    }

    @Test
    void aSnapshotAfterAnyStepChangesNothing() throws Exception {
        List<Word> words = List.of(
                Word.of("a", 10, "wake+5"),
                Word.of("b", 12, "wake+1"),
                Word.of("a", 15, "x"),
                Word.of("b", 20, "forget"),
                Word.of("a", 21, "wake+3"),
                Word.of("b", 22, "wake+1"));
        List<String> expected = play(words, Integer.MAX_VALUE);
        for (int n = 1; n < words.size(); n++) {
            assertEquals(expected, play(words, n), "snapshot after each " + n + " words");
        }
    }

    private static List<String> play(List<Word> words, int snapshotEach) throws Exception {
        List<String> told = new ArrayList<>();
        var harness = opened();
        int steps = 0;
        for (Word word : words) {
            put(harness, word);
            harness.processWatermark(word.timeMillis() - 1);
            if (++steps % snapshotEach == 0) {
                OperatorSubtaskState snapshot = harness.snapshot(steps, steps);
                told.addAll(harness.extractOutputValues());
                harness.close();
                harness = harness();
                harness.initializeState(snapshot);
                harness.open();
            }
        }
        harness.processWatermark(100);
        told.addAll(harness.extractOutputValues());
        harness.close();
        told.sort((a, b) -> Character.compare(a.charAt(0), b.charAt(0)));
        return told;
    }
}
