package io.muster.contract.codec;

import org.jspecify.annotations.Nullable;

/** What a field must be. */
final class Checks {
    private static final int LONGEST_ID = 256;

    static String id(String field, @Nullable String value) throws Unreadable {
        if (value == null || value.isBlank()) {
            throw new Unreadable(
                    Reason.MISSING_FIELD, field + ": expected a text, was " + (value == null ? "nothing" : "blank"));
        }
        if (value.length() > LONGEST_ID) {
            throw new Unreadable(
                    Reason.INVALID_FIELD, field + ": at most " + LONGEST_ID + " characters, was " + value.length());
        }
        return value;
    }

    static <T> T present(String field, @Nullable T value) throws Unreadable {
        if (value == null) {
            throw new Unreadable(Reason.MISSING_FIELD, field + ": is missing");
        }
        return value;
    }

    static void finite(String field, @Nullable Double value) throws Unreadable {
        if (value != null && !Double.isFinite(value)) {
            throw new Unreadable(Reason.NOT_FINITE, field + ": expected a finite number, was " + value);
        }
    }

    static @Nullable Double notNegative(String field, @Nullable Double value) throws Unreadable {
        finite(field, value);
        if (value != null && value < 0) {
            throw new Unreadable(Reason.INVALID_FIELD, field + ": expected 0 or more, was " + value);
        }
        return value;
    }

    private Checks() {}
}
