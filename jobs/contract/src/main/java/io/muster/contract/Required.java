package io.muster.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks that records of the contract make of their components when they are read or built. */
public final class Required {

    /**
     * Refuses a field that must be there.
     *
     * @param name as on the wire
     * @throws MissingFieldException where the value is null
     */
    public static void field(String name, @Nullable Object value) {
        if (value == null) {
            throw new MissingFieldException(name);
        }
    }

    /** An immutable copy; empty for null. */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** An immutable copy sorted by key, so that the same map is the same bytes; empty for null. */
    public static <V> Map<String, V> sorted(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }

    private Required() {}
}
