package io.muster.stream.local;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** A type whose records go from hand to hand: see {@link HandOver}. */
final class HandedType<T> extends TypeInformation<T> {
    private static final long serialVersionUID = 1;

    private final long ends;
    private final Class<T> type;

    /** @param ends number of the {@link LocalEnds} of the job */
    HandedType(long ends, Class<T> type) {
        this.ends = ends;
        this.type = type;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new HandedSerializer<>(ends, type);
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof HandedType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HandedType<?> that && ends == that.ends && type == that.type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return "handed " + type.getSimpleName();
    }
}
