package io.muster.stream.output;

import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import io.muster.rules.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Writes samples as {@link Motions} does, byte for byte, but by hand: it is nine tenths of all output, and through trees of objects it cost more than
 * all rules together.
 */
final class MotionWriter implements FlatMapFunction<Sample, OutputRecord> {
    private static final long serialVersionUID = 1;

    private static final byte[] ID = ascii("{\"id\":");
    private static final byte[] POSITION = ascii(",\"location\":{\"position\":{\"type\":\"Point\",\"coordinates\":[");
    private static final byte[] SOURCE = ascii("]},\"source\":");
    private static final byte[] PROVIDER_TYPE = ascii(",\"provider_type\":");
    private static final byte[] PROVIDER_ID = ascii(",\"provider_id\":");
    private static final byte[] GENERATED = ascii(",\"timestamp_generated\":");
    private static final byte[] ACCURACY = ascii(",\"crs\":\"local\",\"accuracy\":");
    private static final byte[] FLOOR = ascii(",\"floor\":");
    private static final byte[] SITE = ascii("},\"properties\":{\"muster\":{\"site\":");
    private static final byte[] SEQ = ascii(",\"seq\":");
    private static final byte[] DEPARTMENT = ascii(",\"department\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] PERSON_TYPE = ascii(",\"person_type\":");
    private static final byte[] PLAN_VERSION = ascii(",\"plan_version\":");
    private static final byte[] FENCE_IDS = ascii(",\"fence_ids\":[");
    private static final byte[] END = ascii("]}}}");

    private transient @Nullable JsonBytes json;

    @Override
    public void flatMap(Sample sample, Collector<OutputRecord> out) {
        if (!sample.left()) {
            out.collect(write(sample));
        }
    }

    OutputRecord write(Sample sample) {
        if (!Times.isPlain(sample.eventMillis())) {
            return Motions.of(sample);
        }
        JsonBytes to = json();
        to.raw(ID).text(sample.trackableId());
        location(sample, to);
        muster(sample, to);
        return new OutputRecord(
                sample.site(),
                TopicKind.TRACKABLE_MOTIONS.wire(),
                sample.trackableId(),
                null,
                to.take(),
                Map.of(),
                sample.timeMillis(),
                sample.seq());
    }

    private static void location(Sample sample, JsonBytes to) {
        to.raw(POSITION).number(Texts.millimetres(sample.x())).raw(',').number(Texts.millimetres(sample.y()));
        if (sample.z() != 0) {
            to.raw(',').number(Texts.millimetres(sample.z()));
        }
        to.raw(SOURCE).text(sample.site());
        to.raw(PROVIDER_TYPE).text(Motions.type(sample.technology()).wire());
        to.raw(PROVIDER_ID).text(sample.providerId());
        to.raw(GENERATED).time(sample.eventMillis());
        to.raw(ACCURACY).number(sample.accuracyMetres());
        Double floor = sample.floor();
        if (floor != null) {
            to.raw(FLOOR).number(floor);
        }
    }

    private static void muster(Sample sample, JsonBytes to) {
        to.raw(SITE).text(sample.site()).raw(SEQ).whole(sample.seq()).raw(DEPARTMENT);
        String department = sample.who().department();
        if (department == null) {
            to.raw(NULL);
        } else {
            to.text(department);
        }
        to.raw(PERSON_TYPE).text(sample.who().personType());
        to.raw(PLAN_VERSION).text(sample.planVersion());
        to.raw(FENCE_IDS);
        List<String> fences = sample.fenceIds();
        for (int i = 0; i < fences.size(); i++) {
            if (i > 0) {
                to.raw(',');
            }
            to.text(fences.get(i));
        }
        to.raw(END);
    }

    private JsonBytes json() {
        JsonBytes there = json;
        if (there == null) {
            there = new JsonBytes();
            json = there;
        }
        return there;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
