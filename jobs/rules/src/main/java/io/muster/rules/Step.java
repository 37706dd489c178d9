package io.muster.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule answers.
 *
 * @param next the state to remember for this key; null forgets the key
 * @param events what became known, in the order in which it is to be told
 * @param wakeAtMillis when the rule wants to be woken, ms since the epoch, replacing what it asked for before; null = not at all
 */
public record Step<S, E>(
        @Nullable S next, List<E> events, @Nullable Long wakeAtMillis) {

    public static <S, E> Step<S, E> of(@Nullable S next, List<E> events) {
        return new Step<>(next, events, null);
    }

    public static <S, E> Step<S, E> of(@Nullable S next, List<E> events, @Nullable Long wakeAtMillis) {
        return new Step<>(next, events, wakeAtMillis);
    }
}
