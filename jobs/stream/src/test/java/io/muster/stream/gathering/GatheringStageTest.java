package io.muster.stream.gathering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.Step;
import io.muster.rules.fuse.Position;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.gathering.GatheringOutput;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.place.Placed;
import io.muster.rules.sample.Sample;
import io.muster.rules.sample.SampleOptions;
import io.muster.rules.sample.SampleRule;
import io.muster.rules.sample.SampleState;
import io.muster.stream.config.JobConfig;
import io.muster.stream.engine.Ruled;
import io.muster.stream.reference.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stage as the topology builds it, its key included (regulation 4.3: two floors above each other). */
class GatheringStageTest {

    @Test
    void fourAtOneSpotAreAGatheringWhereTheyAreOnOneFloor() throws Exception {
        assertEquals(List.of("START s 0.0 [A, B, C, D]"), told(Map.of("A", 0.0, "B", 0.0, "C", 0.0, "D", 0.0)));
        assertEquals(List.of("START s 1.0 [A, B, C, D]"), told(Map.of("A", 1.0, "B", 1.0, "C", 1.0, "D", 1.0)));
    }

    @Test
    void twoOnEachOfTwoFloorsAboveEachOtherAreNone() throws Exception {
        assertEquals(List.of(), told(Map.of("A", 0.0, "B", 0.0, "C", 1.0, "D", 1.0)));
    }

    @Test
    void threeOnEachOfTwoFloorsAreTwo() throws Exception {
        assertEquals(
                List.of("START s 0.0 [A, B, C]", "START s 1.0 [D, E, F]"),
                told(Map.of("A", 0.0, "B", 0.0, "C", 0.0, "D", 1.0, "E", 1.0, "F", 1.0)));
    }

    /** A fix that names no floor leaves its person where they were known to be last, and somebody never known on the ground. */
    @Test
    void whoseFloorIsNotKnownAnyMoreIsStillOnTheLastOne() throws Exception {
        Map<String, Double> floors = Map.of("A", 1.0, "B", 1.0, "lost", 1.0);
        assertEquals(List.of("START s 1.0 [A, B, lost]"), told(floors));
        assertEquals(List.of(), told(Map.of("A", 1.0, "B", 1.0, "never", 1.0)));
        assertEquals(List.of("START s 0.0 [A, B, never]"), told(Map.of("A", 0.0, "B", 0.0, "never", 1.0)));
    }

    @Test
    void peopleOfTwoSitesNeverMeet() throws Exception {
        assertEquals(List.of(), told(Map.of("A", 0.0, "B", 0.0, "other/C", 0.0, "other/D", 0.0)));
    }

    /** What is told in 70 s of everybody standing at one spot on their floors; pairs and what is only foreseen left out. */
    private static List<String> told(Map<String, Double> floors) throws Exception {
        try (var harness = stage()) {
            Map<String, SampleState> states = new HashMap<>();
            SampleRule rule = new SampleRule(SampleOptions.standard());
            for (long millis = 1_000; millis <= 70_000; millis += 1_000) {
                for (String person : floors.keySet().stream().sorted().toList()) {
                    Double floor = isKnown(person, millis) ? floors.get(person) : null;
                    Step<SampleState, Sample> step = rule.onInput(states.get(person), placed(person, floor, millis));
                    states.put(person, step.next());
                    for (Sample each : step.events()) {
                        harness.processElement(new StreamRecord<>(each, each.timeMillis()));
                    }
                }
                harness.processWatermark(new Watermark(millis));
                harness.processBroadcastWatermark(new Watermark(millis));
            }
            List<String> told = new ArrayList<>();
            for (GatheringOutput each : harness.extractOutputValues()) {
                GatheringChange change = each.change();
                if (change != null && change.type() == GatheringChange.Type.START) {
                    told.add("START " + change.site() + " " + change.floor() + " "
                            + change.members().stream()
                                    .map(GatheringChange.Member::trackableId)
                                    .toList());
                }
            }
            told.sort(null);
            return told;
        }
    }

    private static boolean isKnown(String person, long millis) {
        return !person.equals("never") && !(person.equals("lost") && millis > 10_000);
    }

    private static Placed placed(String person, @Nullable Double floor, long millis) {
        String site = person.startsWith("other/") ? "other" : "s";
        Position position = new Position(
                site,
                person,
                Who.of(null, "01"),
                "tag-" + person,
                Technology.UWB,
                5,
                5,
                0,
                floor,
                0.3,
                null,
                millis,
                millis,
                millis / 1_000,
                List.of());
        return new Placed(position, "v1", List.of());
    }

    /** The operator and the key that {@link GatheringStage} gives the job. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static KeyedBroadcastOperatorTestHarness<String, Sample, Object, GatheringOutput> stage() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        DataStream<Sample> samples = env.fromData(List.of(), TypeInformation.of(Sample.class));
        DataStream<Reference> references = env.fromData(List.of(), TypeInformation.of(Reference.class));
        GatheringStage.perFloor(samples, Ruled.by(JobConfig.load("aq3064", null).rules(), references));
        StreamGraph graph = env.getStreamGraph();
        StreamNode node = graph.getStreamNodes().stream()
                .filter(each -> "gathering".equals(each.getTransformationUID()))
                .findFirst()
                .orElseThrow();
        KeyedBroadcastOperatorTestHarness harness = new KeyedBroadcastOperatorTestHarness(
                (CoBroadcastWithKeyedOperator) ((SimpleOperatorFactory) node.getOperatorFactory()).getOperator(),
                node.getStatePartitioners()[0],
                Types.STRING,
                1,
                1,
                0);
        harness.open();
        return harness;
    }
}
