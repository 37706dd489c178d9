package io.muster.stream.local;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** Writes the number under which a record can be taken: see {@link HandOver}. Each record may be read once, and by this process only. */
final class HandedSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1;

    private final long ends;
    private final Class<T> type;

    private transient HandOver.@Nullable Giver giver;
    private transient HandOver.@Nullable Taker taker;

    HandedSerializer(long ends, Class<T> type) {
        this.ends = ends;
        this.type = type;
    }

    @Override
    public void serialize(T record, DataOutputView target) throws IOException {
        HandOver.Giver to = giver;
        if (to == null) {
            to = LocalEnds.handOver(ends).new Giver();
            giver = to;
        }
        target.writeLong(to.give(record));
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        HandOver.Taker from = taker;
        if (from == null) {
            from = LocalEnds.handOver(ends).new Taker();
            taker = from;
        }
        return type.cast(from.take(source.readLong()));
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        target.writeLong(source.readLong());
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return new HandedSerializer<>(ends, type);
    }

    @Override
    public T createInstance() {
        throw new UnsupportedOperationException("records are handed over, not made");
    }

    @Override
    public int getLength() {
        return Long.BYTES;
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        throw new UnsupportedOperationException("what is on its way within a process is in no checkpoint");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HandedSerializer<?> that && ends == that.ends && type == that.type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }
}
