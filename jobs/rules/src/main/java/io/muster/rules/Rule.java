package io.muster.rules;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A rule of one stage, for one key. It is called in the total order of the log ({@link Ordered#TOTAL_ORDER}); at one instant inputs come
 * before the wake-up. Equal calls give equal answers, on any machine, at any speed.
 *
 * @param <S> what is remembered for a key
 * @param <I> what comes in
 * @param <E> what goes out
 */
public interface Rule<S, I extends Ordered, E> extends Serializable {

    /** @param state what was remembered; null for a key that is seen for the first time or was forgotten */
    Step<S, E> onInput(@Nullable S state, I input);

    /**
     * The moment asked for by {@link Step#wakeAtMillis()} has come.
     *
     * @param nowMillis exactly the moment asked for, ms since the epoch, in ordering time
     */
    default Step<S, E> onWake(S state, long nowMillis) {
        throw new IllegalStateException(getClass().getSimpleName() + " asked for no wake-up");
    }
}
