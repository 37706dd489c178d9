package io.muster.stream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.stream.engine.Scribe.Memory;
import io.muster.stream.engine.Scribe.Word;
import io.muster.stream.reference.PlanView;
import io.muster.stream.reference.Reference;
import io.muster.stream.reference.References;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferencedRuleFunctionTest {
    private static final long SEED = 815;
    private static final OutputTag<String> ASIDE = new OutputTag<>("aside", Types.STRING);

    /** Says which version of the plan it saw; {@code aside} goes out by the side. */
    private record SaysPlan() implements Referenced<Word, Word> {
        @Override
        public @Nullable Word look(Word word, References references, Side side) {
            if (word.what().equals("aside")) {
                side.output(ASIDE, word.key() + word.timeMillis());
                return null;
            }
            PlanView plan = references.planAt("s", word.timeMillis());
            return word.what().equals("x")
                    ? word.saying(plan == null ? "none" : plan.plan().version())
                    : word;
        }
    }

    private static KeyedBroadcastOperatorTestHarness<String, Word, Reference, String> harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new ReferencedRuleFunction<Memory, Word, Word, String>(
                                new Scribe(), new SaysPlan(), "scribe", Memory.class, Word.class),
                        List.of(ReferencedRuleFunction.REFERENCES)),
                Word::key,
                Types.STRING,
                1,
                1,
                0);
    }

    private static KeyedBroadcastOperatorTestHarness<String, Word, Reference, String> opened() throws Exception {
        KeyedBroadcastOperatorTestHarness<String, Word, Reference, String> harness = harness();
        harness.open();
        return harness;
    }

    private static Reference plan(String version, long arrival, long validFrom) {
        String document =
                "{\"type\":\"FeatureCollection\",\"name\":\"p\",\"muster\":{\"crs\":\"local\",\"version\":\"" + version
                        + "\"},\"features\":[{\"type\":\"Feature\",\"id\":\"z\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[0,0],[5,0],[5,5],[0,5],[0,0]]]},\"properties\":{\"name\":\"z\",\"floor\":0}}]}";
        return new Reference(
                "s",
                Reference.Kind.PLAN,
                version,
                document,
                Math.max(arrival, validFrom),
                arrival,
                "plans",
                0,
                arrival);
    }

    private static void put(KeyedBroadcastOperatorTestHarness<String, Word, Reference, String> harness, Object what)
            throws Exception {
        if (what instanceof Word word) {
            harness.processElement(new StreamRecord<>(word, word.timeMillis()));
        } else if (what instanceof Reference reference) {
            harness.processBroadcastElement(new StreamRecord<>(reference, reference.arrivalMillis()));
        }
    }

    private static final List<Object> ALL = List.of(
            plan("v1", 10, 0),
            plan("v2", 100, 0),
            plan("v3", 120, 150),
            Word.of("a", 5, "x"),
            Word.of("b", 10, "x"),
            Word.of("c", 99, "x"),
            Word.of("d", 100, "x"),
            Word.of("e", 149, "x"),
            Word.of("f", 150, "x"));

    private static final List<String> EXPECTED = List.of(
            "a 5 none after ''",
            "b 10 v1 after ''",
            "c 99 v1 after ''",
            "d 100 v2 after ''",
            "e 149 v2 after ''",
            "f 150 v3 after ''");

    @Test
    void thePlanIsTheOneInForceAtTheOrderingTimeWhateverWasReadLast() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            List<Object> shuffled = new ArrayList<>(ALL);
            Collections.shuffle(shuffled, random);
            try (var harness = opened()) {
                for (Object each : shuffled) {
                    put(harness, each);
                }
                harness.processWatermark(200);
                assertEquals(List.of(), harness.extractOutputValues(), "plans may still come");
                harness.processBroadcastWatermark(200);
                assertEquals(EXPECTED, harness.extractOutputValues(), "seed " + SEED + " round " + round);
            }
        }
    }

    @Test
    void inputsComeBeforeTheWakeUpAndNothingFiresWhenTheInputEnds() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+5"));
            put(harness, Word.of("a", 15, "y"));
            put(harness, Word.of("b", 10, "wake+50"));
            put(harness, Word.of("b", 40, "never decided"));
            harness.watermark(30);
            List<String> told =
                    List.of("a 10 wake+5 after ''", "b 10 wake+50 after ''", "a 15 y after 'wake+5'", "a woke 15");
            assertEquals(new TreeSet<>(told), new TreeSet<>(harness.extractOutputValues()));
            harness.watermark(Long.MAX_VALUE);
            assertEquals(told.size(), harness.extractOutputValues().size());
        }
    }

    @Test
    void whatTheRuleHasNothingToDoWithGoesOutByTheSide() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "aside"));
            harness.watermark(30);
            assertEquals(List.of(), harness.extractOutputValues());
            assertEquals(
                    List.of("a10"),
                    harness.getSideOutput(ASIDE).stream()
                            .map(StreamRecord::getValue)
                            .toList());
        }
    }

    @Test
    void versionsThatNobodyCanAskForAreForgotten() throws Exception {
        try (var harness = opened()) {
            for (int version = 1; version <= 20; version++) {
                put(harness, plan("v" + version, version * 10L, 0));
                harness.watermark(version * 10L);
            }
            List<String> held = new ArrayList<>();
            harness.getBroadcastState(ReferencedRuleFunction.REFERENCES)
                    .entries()
                    .forEach(each -> held.add(each.getValue().id()));
            Collections.sort(held);
            assertEquals(List.of("v19", "v20"), held, "the newest that was in force when the last one came, and that");
        }
    }

    @Test
    void ofAForgottenKeyNothingIsLeft() throws Exception {
        try (var harness = opened()) {
            put(harness, Word.of("a", 10, "wake+5"));
            put(harness, Word.of("a", 12, "forget"));
            harness.watermark(30);
            assertEquals(2, harness.extractOutputValues().size());
            assertEquals(0, harness.numEventTimeTimers());
            put(harness, Word.of("a", 40, "y"));
            harness.watermark(50);
            assertEquals("a 40 y after ''", harness.extractOutputValues().get(2));
        }
    }

    @Test
    void aSnapshotAfterAnyStepChangesNothing() throws Exception {
        for (int n = 1; n <= ALL.size(); n++) {
            List<String> told = new ArrayList<>();
            var harness = opened();
            int steps = 0;
            for (Object each : ALL) {
                put(harness, each);
                if (++steps % n == 0) {
                    OperatorSubtaskState snapshot = harness.snapshot(steps, steps);
                    harness.close();
                    harness = harness();
                    harness.initializeState(snapshot);
                    harness.open();
                }
            }
            harness.watermark(200);
            told.addAll(harness.extractOutputValues());
            harness.close();
            assertEquals(EXPECTED, told, "snapshot after each " + n + " steps");
        }
    }
}
