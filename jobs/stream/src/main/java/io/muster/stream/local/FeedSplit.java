package io.muster.stream.local;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A feed is not split; Flink wants a type all the same. */
public record FeedSplit() implements SourceSplit {

    @Override
    public String splitId() {
        return "feed";
    }

    static final class Serializer implements SimpleVersionedSerializer<FeedSplit> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(FeedSplit split) {
            return new byte[0];
        }

        @Override
        public FeedSplit deserialize(int version, byte[] bytes) {
            return new FeedSplit();
        }
    }
}
