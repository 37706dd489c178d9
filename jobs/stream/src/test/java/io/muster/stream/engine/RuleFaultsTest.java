package io.muster.stream.engine;

import static io.muster.stream.engine.Scribe.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.stream.engine.Scribe.Memory;
import io.muster.stream.engine.Scribe.Word;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleFaultsTest {
    private static final long MINUTE = 60_000;

    /** As a scribe, but for {@code throw}, and for its first wake-ups. */
    private record Stumbler(Scribe scribe, long wakesFrom) implements Rule<Memory, Word, String> {
        @Override
        public Step<Memory, String> onInput(@Nullable Memory memory, Word word) {
            if (word.what().equals("throw")) {
                throw new IllegalStateException("a step that is not allowed");
            }
            return scribe.onInput(memory, word);
        }

        @Override
        public Step<Memory, String> onWake(Memory memory, long nowMillis) {
            if (nowMillis < wakesFrom) {
                throw new IllegalStateException("a moment that is not allowed");
            }
            return scribe.onWake(memory, nowMillis);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness(long wakesFrom, boolean skips)
            throws Exception {
        Stumbler rule = new Stumbler(new Scribe(), wakesFrom);
        var harness = new KeyedOneInputStreamOperatorTestHarness<String, Word, String>(
                new KeyedProcessOperator<>(new InOrderRuleFunction<>(rule, "stumbler", Memory.class)),
                Word::key,
                Types.STRING);
        if (skips) {
            harness.getExecutionConfig().setGlobalJobParameters(Configuration.fromMap(RuleFaults.skip()));
        }
        harness.open();
        return harness;
    }

    @Test
    void anInputOnWhichARuleFailsIsLeftOutAndAllElseGoesOn() throws Exception {
        try (var harness = harness(0, true)) {
            put(harness, Word.of("a", 10, "wake+5"));
            put(harness, Word.of("a", 12, "throw"));
            put(harness, Word.of("b", 12, "throw"));
            put(harness, Word.of("b", 13, "y"));
            put(harness, Word.of("a", 14, "x"));
            harness.processWatermark(20);
            assertEquals(
                    List.of("a 10 wake+5 after ''", "b 13 y after ''", "a 14 x after 'wake+5'", "a woke 15"),
                    harness.extractOutputValues(),
                    "what a remembered before, and its wake-up too");
        }
    }

    @Test
    void aWakeUpOnWhichARuleFailsIsTriedAgainAMinuteLater() throws Exception {
        try (var harness = harness(2 * MINUTE, true)) {
            put(harness, Word.of("a", 10, "wake+5"));
            for (int minute = 1; minute <= 3; minute++) {
                harness.processWatermark(minute * MINUTE);
            }
            assertEquals(List.of("a 10 wake+5 after ''", "a woke 120015"), harness.extractOutputValues());
            assertEquals(0, harness.numEventTimeTimers());
        }
    }

    @Test
    void aKeyOfWhichTheFirstInputFailsLeavesNothingBehind() throws Exception {
        try (var harness = harness(0, true)) {
            put(harness, Word.of("a", 10, "throw"));
            assertEquals(0, harness.numKeyedStateEntries());
            assertEquals(0, harness.numEventTimeTimers());
        }
    }

    @Test
    void aJobThatReadsFilesStops() throws Exception {
        try (var harness = harness(MINUTE, false)) {
            put(harness, Word.of("a", 10, "wake+5"));
            assertThrows(IllegalStateException.class, () -> put(harness, Word.of("a", 12, "throw")));
            assertThrows(IllegalStateException.class, () -> harness.processWatermark(20));
        }
    }
}
