package io.muster.stream;

import io.muster.contract.topic.TopicKind;
import io.muster.stream.compliance.WallClock;
import io.muster.stream.config.JobConfig;
import io.muster.stream.engine.Carriage;
import io.muster.stream.input.RawRecord;
import io.muster.stream.time.SequenceFunction;
import io.muster.stream.time.TickPort;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.state.StateEntry;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.runtime.state.heap.StateTable;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * The whole topology in one thread: every operator that {@link Topology} makes stands in a harness of its own, and what one emits is given to the
 * next, watermarks as the least of all channels. Unlike a job it can be looked into: what does each operator remember, how many timers stand?
 */
final class PlayedTopology implements AutoCloseable {
    private final Map<Integer, StreamNode> nodes = new TreeMap<>();
    private final Map<Integer, Operator> operators = new HashMap<>();
    private final List<StreamEdge> fromSource = new ArrayList<>();

    PlayedTopology(JobConfig config) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.disableOperatorChaining();
        DataStream<RawRecord> raw =
                env.fromData(List.of(), TypeInformation.of(RawRecord.class)).setParallelism(1);
        Topology.build(
                raw,
                new SequenceFunction(config.settleMillis(), true, TickPort.none()),
                WallClock.none(),
                config,
                Carriage.bytes(),
                EnumSet.allOf(TopicKind.class));
        StreamGraph graph = env.getStreamGraph();
        for (StreamNode node : graph.getStreamNodes()) {
            nodes.put(node.getId(), node);
            if (node.getInEdges().isEmpty()) {
                fromSource.addAll(node.getOutEdges());
            } else {
                operators.put(node.getId(), new Operator(node));
            }
        }
    }

    /** One record comes in, and all that follows from it is done. */
    void feed(RawRecord record) throws Exception {
        for (StreamEdge each : fromSource) {
            push(each, new StreamRecord<>(record));
        }
    }

    /** By operator: how many event-time timers stand; operators without any are left out. */
    Map<String, Integer> timers() {
        Map<String, Integer> timers = new TreeMap<>();
        operators.values().stream()
                .filter(Operator::isKeyed)
                .filter(each -> each.harness.numEventTimeTimers() > 0)
                .forEach(each -> timers.put(each.name, each.harness.numEventTimeTimers()));
        return timers;
    }

    /** Everything that is kept by key: the name of the state and the key, to what is kept. */
    Map<String, String> state() throws Exception {
        Map<String, String> state = new TreeMap<>();
        for (Operator each : operators.values()) {
            if (each.isKeyed()) {
                each.state(state);
            }
        }
        return state;
    }

    /** Uids of all operators that keep something by key, or could. */
    List<String> keyed() {
        return operators.values().stream()
                .filter(Operator::isKeyed)
                .map(each -> each.name)
                .sorted()
                .toList();
    }

    private void push(StreamEdge edge, Object element) throws Exception {
        Operator target = operators.get(edge.getTargetId());
        if (target == null) {
            throw new IllegalStateException("no operator at " + edge);
        }
        target.take(edge, element);
        for (Emitted each : target.emitted()) {
            push(each.along(), each.element());
        }
    }

    @Override
    public void close() throws Exception {
        for (Operator each : operators.values()) {
            each.harness.close();
        }
    }

    /** A record or a watermark on its way. */
    private record Emitted(StreamEdge along, Object element) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final class Operator {
        final StreamNode node;
        final String name;
        final AbstractStreamOperatorTestHarness harness;
        final Map<OutputTag<?>, List<StreamEdge>> toSide = new HashMap<>();
        private final IdentityHashMap<StreamEdge, Long> channels = new IdentityHashMap<>();
        private final Map<Integer, Long> time = new HashMap<>();

        Operator(StreamNode node) throws Exception {
            this.node = node;
            this.name = String.valueOf(node.getTransformationUID());
            StreamOperatorFactory factory = node.getOperatorFactory();
            KeySelector[] keys = node.getStatePartitioners();
            boolean twoInputs = node.getInEdges().stream().anyMatch(each -> each.getTypeNumber() == 2);
            if (twoInputs) {
                harness = new KeyedBroadcastOperatorTestHarness(
                        (CoBroadcastWithKeyedOperator) ((SimpleOperatorFactory) factory).getOperator(),
                        keys[0],
                        Types.STRING,
                        1,
                        1,
                        0);
            } else if (keys.length > 0) {
                harness = new KeyedOneInputStreamOperatorTestHarness(factory, keys[0], Types.STRING);
            } else if (factory instanceof SimpleOperatorFactory simple) {
                harness = new OneInputStreamOperatorTestHarness((OneInputStreamOperator) simple.getOperator());
            } else {
                harness = new OneInputStreamOperatorTestHarness((OneInputStreamOperatorFactory) factory);
            }
            for (StreamEdge each : node.getInEdges()) {
                channels.put(each, Long.MIN_VALUE);
            }
            for (StreamEdge each : node.getOutEdges()) {
                if (each.getOutputTag() != null) {
                    toSide.computeIfAbsent(each.getOutputTag(), tag -> new ArrayList<>())
                            .add(each);
                }
            }
            harness.setup();
            harness.open();
        }

        boolean isKeyed() {
            return node.getStatePartitioners().length > 0;
        }

        void take(StreamEdge edge, Object element) throws Exception {
            boolean second = edge.getTypeNumber() == 2;
            if (element instanceof Watermark watermark) {
                channels.put(edge, watermark.getTimestamp());
                long least = Long.MAX_VALUE;
                for (StreamEdge each : node.getInEdges()) {
                    if (each.getTypeNumber() == edge.getTypeNumber()) {
                        least = Math.min(least, channels.getOrDefault(each, Long.MIN_VALUE));
                    }
                }
                if (least > time.getOrDefault(edge.getTypeNumber(), Long.MIN_VALUE)) {
                    time.put(edge.getTypeNumber(), least);
                    advance(second, new Watermark(least));
                }
            } else {
                StreamRecord given = (StreamRecord) element;
                StreamRecord record = given.copy(given.getValue()); // operators put their result into the record itself
                if (harness instanceof KeyedBroadcastOperatorTestHarness broadcast) {
                    if (second) {
                        broadcast.processBroadcastElement(record);
                    } else {
                        broadcast.processElement(record);
                    }
                } else {
                    ((OneInputStreamOperatorTestHarness) harness).processElement(record);
                }
            }
        }

        private void advance(boolean second, Watermark watermark) throws Exception {
            if (harness instanceof KeyedBroadcastOperatorTestHarness broadcast) {
                if (second) {
                    broadcast.processBroadcastWatermark(watermark);
                } else {
                    broadcast.processWatermark(watermark);
                }
            } else {
                ((OneInputStreamOperatorTestHarness) harness).processWatermark(watermark);
            }
        }

        /** What came out since last time, with the edge that it goes along: by the side first. */
        List<Emitted> emitted() {
            List<Emitted> emitted = new ArrayList<>();
            toSide.forEach((tag, edges) -> {
                Queue<StreamRecord> queue = harness.getSideOutput(tag);
                for (StreamRecord each = queue == null ? null : queue.poll(); each != null; each = queue.poll()) {
                    for (StreamEdge edge : edges) {
                        emitted.add(new Emitted(edge, each));
                    }
                }
            });
            Queue<Object> queue = harness.getOutput();
            for (Object each = queue.poll(); each != null; each = queue.poll()) {
                for (StreamEdge edge : node.getOutEdges()) {
                    if (edge.getOutputTag() == null || each instanceof Watermark) {
                        emitted.add(new Emitted(edge, each));
                    }
                }
            }
            return emitted;
        }

        void state(Map<String, String> into) throws Exception {
            AbstractStreamOperator operator = harness.getOperator();
            HeapKeyedStateBackend<String> backend = (HeapKeyedStateBackend<String>) operator.getKeyedStateBackend();
            Field field = HeapKeyedStateBackend.class.getDeclaredField("registeredKVStates");
            field.setAccessible(true);
            Map<String, StateTable<String, ?, ?>> tables = (Map<String, StateTable<String, ?, ?>>) field.get(backend);
            tables.forEach((state, table) -> {
                for (StateEntry<String, ?, ?> each : table) {
                    into.put(state + " " + each.getKey(), String.valueOf(each.getState()));
                }
            });
        }
    }
}
