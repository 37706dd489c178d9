package io.muster.stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.muster.stream.config.JobConfig;
import io.muster.stream.engine.Urgent;
import io.muster.stream.kafka.KafkaTopology;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.graph.StreamingJobGraphGenerator;
import org.junit.jupiter.api.Test;

/** What a folder may know, and what every operator must have. */
class LayersTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.muster");

    private static final String[] WHAT_RUNS = {
        "org.apache.flink..",
        "org.apache.kafka..",
        "io.micrometer..",
        "com.fasterxml..",
        "io.muster.stream..",
        "io.muster.contract..",
        "org.slf4j.."
    };

    @Test
    void rulesAndGeometryKnowNothingThatRuns() {
        noClasses()
                .that()
                .resideInAnyPackage("io.muster.rules..", "io.muster.geometry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WHAT_RUNS)
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("io.muster.geometry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.muster.rules..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("io.muster.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.flink..", "org.apache.kafka..", "io.muster.rules..", "io.muster.stream..")
                .check(OURS);
    }

    @Test
    void rulesAndGeometryKnowNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAnyPackage("io.muster.rules..", "io.muster.geometry..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(OURS);
    }

    @Test
    void theJobDoesNotKnowTheSimulator() {
        assertEquals(
                0, new ClassFileImporter().importPackages("io.muster.simulator").size());
        assertFalse(OURS.isEmpty());
    }

    /** An SOS goes from stage to stage after 5 ms at the latest; what waits for time may wait for company, too. */
    @Test
    void everyWayOfAnSosBetweenTwoThreadsIsAnUrgentOne() throws Exception {
        StreamGraph graph = graph(FlinkSettings.live(null, null));
        List<StreamEdge> ways = new ArrayList<>(node(graph, "sos").getInEdges());
        Deque<StreamNode> told = new ArrayDeque<>(List.of(node(graph, "sos")));
        Set<StreamNode> seen = new HashSet<>();
        while (!told.isEmpty()) {
            StreamNode next = told.remove();
            if (seen.add(next)) {
                for (StreamEdge way : next.getOutEdges()) {
                    StreamNode to = graph.getStreamNode(way.getTargetId());
                    // Not the messages to people: who must be told of an alarm is told within 5 s.
                    if (uid(to).startsWith("alarm") || uid(to).equals("handover")) {
                        ways.add(way);
                        told.add(to);
                    }
                }
            }
        }
        Set<String> reached = new TreeSet<>();
        for (StreamEdge way : ways) {
            StreamNode from = graph.getStreamNode(way.getSourceId());
            reached.add(uid(graph.getStreamNode(way.getTargetId())));
            if (!StreamingJobGraphGenerator.isChainable(way, graph)) {
                assertEquals(Urgent.FLUSH_MILLIS, way.getBufferTimeout(), () -> "from " + uid(from));
            }
        }
        assertTrue(
                reached.containsAll(Set.of("sos", "alarms-at-once", "alarm-writer", "handover", "alarm-outputs")),
                reached::toString);
        assertEquals(
                20, node(graph, "gathering").getOutEdges().get(0).getBufferTimeout(), "others wait, and cost less");
    }

    private static StreamGraph graph(Configuration settings) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        KafkaTopology.build(env, "localhost:1", Map.of(), "[a-z][a-z0-9-]*", false, JobConfig.load("aq3064", null));
        return env.getStreamGraph(false);
    }

    private static StreamNode node(StreamGraph graph, String uid) {
        return graph.getStreamNodes().stream()
                .filter(each -> uid(each).equals(uid))
                .findFirst()
                .orElseThrow();
    }

    private static String uid(StreamNode node) {
        return String.valueOf(node.getTransformationUID());
    }

    @Test
    void everyOperatorHasAUidOfItsOwnAndNothingGoesByKryo() throws Exception {
        for (Configuration settings : List.of(FlinkSettings.live(null, null), FlinkSettings.bounded())) {
            assertEquals(false, settings.get(PipelineOptions.AUTO_GENERATE_UIDS));
            assertEquals(false, settings.get(PipelineOptions.GENERIC_TYPES));
            StreamGraph graph = graph(settings);
            Set<String> uids = new TreeSet<>();
            for (StreamNode each : graph.getStreamNodes()) {
                String uid = each.getTransformationUID();
                assertTrue(uid != null && !uid.isBlank(), () -> each.getOperatorName() + " has no uid");
                assertTrue(uids.add(uid), () -> uid + " is the uid of two operators");
            }
            JobGraph job = graph.getJobGraph();
            assertTrue(job.getNumberOfVertices() > 5, () -> job.getNumberOfVertices() + " vertices");
            assertTrue(
                    uids.containsAll(Set.of("inputs", "sequence", "decode", "fuse", "fence", "alarm")), uids::toString);
        }
    }

    @Test
    void noKafkaSinkIsWithoutADeliveryGuarantee() {
        List<String> with = new ArrayList<>();
        for (JavaClass each : OURS) {
            if (calls(each, KafkaSink.class.getName(), "builder")) {
                assertTrue(
                        calls(each, "org.apache.flink.connector.kafka.sink.KafkaSinkBuilder", "setDeliveryGuarantee"),
                        () -> each.getName() + " builds a sink that may lose what it was given");
                with.add(each.getSimpleName());
            }
        }
        assertEquals(List.of("KafkaOutput"), with);
    }

    private static boolean calls(JavaClass from, String owner, String method) {
        return from.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(owner)
                        && call.getTarget().getName().equals(method));
    }
}
