package io.muster.stream.output;

import io.muster.contract.codec.Json;
import io.muster.contract.omlox.Point;
import io.muster.contract.topic.TopicKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all encoders share. */
final class Texts {

    static OutputRecord record(String site, TopicKind topic, String key, Object value, long timeMillis, long seq) {
        return new OutputRecord(site, topic.wire(), key, null, Json.write(value), Map.of(), timeMillis, seq);
    }

    static Point point(double x, double y, double z) {
        return new Point(
                "Point",
                z == 0
                        ? List.of(millimetres(x), millimetres(y))
                        : List.of(millimetres(x), millimetres(y), millimetres(z)));
    }

    /** Positions are told to the millimetre: what is behind it is noise, and three times as long. */
    static double millimetres(double metres) {
        return Math.round(metres * 1000) / 1000.0;
    }

    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private Texts() {}
}
