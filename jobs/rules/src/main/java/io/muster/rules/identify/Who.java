package io.muster.rules.identify;

import org.jspecify.annotations.Nullable;

/**
 * What the people file says of the person who carries a tag, as far as rules ask for it.
 *
 * @param department null = not known
 * @param personType {@code 01} employee, {@code 02} contractor, {@code 03} visitor, the plant's own, or {@code unknown}
 * @param post where they work; null = not known
 * @param validUntilMillis until when the tag is theirs, exclusive, ms since the epoch; null = for ever
 * @param host of a visitor: the trackable whom they visit; null = nobody is named
 */
public record Who(
        @Nullable String department,
        String personType,
        @Nullable String post,
        @Nullable Long validUntilMillis,
        @Nullable String host) {

    /** What people are called whose tag nobody is known to carry. */
    public static final String UNKNOWN_TYPE = "unknown";

    public Who {
        personType = personType == null ? UNKNOWN_TYPE : personType;
    }

    public static Who of(@Nullable String department, String personType) {
        return new Who(department, personType, null, null, null);
    }

    /** Nobody is known to carry the tag. */
    public static Who unknown() {
        return of(null, UNKNOWN_TYPE);
    }
}
