package io.muster.stream.engine;

import io.muster.stream.reference.References;
import java.io.Serializable;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * What a stage looks up in plans and people before its rule is called, at the ordering time of the input.
 *
 * @param <I> what comes in
 * @param <R> what the rule takes
 */
public interface Referenced<I, R> extends Serializable {

    /** @return null where the rule has nothing to do: then the input went out by the side */
    @Nullable
    R look(I input, References references, Side side);

    /** A way out by the side. */
    interface Side {
        <X> void output(OutputTag<X> tag, X value);
    }
}
