package io.muster.contract.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person and the tags that they carry.
 *
 * @param id of the trackable
 * @param tags in the form in which they are matched ({@link io.muster.contract.codec.Ids#providerKey}), in the order of the document
 * @param personType {@code 01} employee, {@code 02} contractor, {@code 03} visitor, or the plant's own
 * @param post where they work
 * @param validFrom from when the tags are theirs; null = always
 * @param validUntil until when, exclusive; null = for ever
 * @param host of a visitor: whom they visit
 * @param document the omlox Trackable as it came, UTF-8
 */
public record Person(
        String id,
        @Nullable String name,
        List<String> tags,
        @Nullable String department,
        @Nullable String personType,
        @Nullable String post,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String host,
        String document) {
    public Person {
        tags = List.copyOf(tags);
    }

    /** Whether the tags are theirs at this moment. */
    public boolean validAt(Instant moment) {
        return (validFrom == null || !moment.isBefore(validFrom))
                && (validUntil == null || moment.isBefore(validUntil));
    }

    /** Whether there is a moment at which the tags of both are theirs. */
    public boolean overlaps(Person other) {
        return (validUntil == null || other.validFrom == null || other.validFrom.isBefore(validUntil))
                && (other.validUntil == null || validFrom == null || validFrom.isBefore(other.validUntil));
    }
}
