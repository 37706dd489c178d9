package io.muster.contract.neighbour;

import io.muster.contract.MissingFieldException;
import io.muster.contract.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field must be. */
final class Ask {
    private static final int LONGEST_ID = 256;

    /** @throws MissingFieldException where there is nothing but blanks */
    static void id(String name, @Nullable String value) {
        Required.field(name, value);
        if (value == null || value.isBlank()) {
            throw new MissingFieldException(name);
        }
        if (value.length() > LONGEST_ID) {
            throw new IllegalArgumentException(name + ": at most " + LONGEST_ID + " characters, was " + value.length());
        }
    }

    static void idOrNothing(String name, @Nullable String value) {
        if (value != null) {
            id(name, value);
        }
    }

    static void ids(String name, List<String> values) {
        for (String each : values) {
            id(name, each);
        }
    }

    static void oneOf(String name, @Nullable String value, List<String> words) {
        Required.field(name, value);
        if (!words.contains(value)) {
            throw new IllegalArgumentException(
                    name + ": expected one of " + String.join(", ", words) + ", was '" + value + "'");
        }
    }

    private Ask() {}
}
