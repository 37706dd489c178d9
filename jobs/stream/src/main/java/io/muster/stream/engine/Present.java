package io.muster.stream.engine;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Takes one part out of a stream of records of which each holds exactly one of several parts. */
public final class Present {

    /** A part of a record; null where the record holds another one. */
    public interface Part<T, P> extends Serializable {
        @Nullable
        P of(T record);
    }

    public static <T, P> DataStream<P> only(DataStream<T> stream, Part<T, P> part, Class<P> type, String uid) {
        return only(stream, part, TypeInformation.of(type), uid);
    }

    public static <T, P> DataStream<P> only(
            DataStream<T> stream, Part<T, P> part, TypeInformation<P> type, String uid) {
        return stream.flatMap((T each, Collector<P> out) -> {
                    P there = part.of(each);
                    if (there != null) {
                        out.collect(there);
                    }
                })
                .returns(type)
                .uid(uid)
                .name(uid);
    }

    private Present() {}
}
