package io.muster.simulator.people;

import io.muster.simulator.movement.Motion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param index counted from 0 over everybody; only for order
 * @param id pseudonymous UUIDv5
 * @param member as scenario files write it: {@code crew#number}
 * @param crew id of the crew
 * @param name null = not given
 * @param personType 01 employee, 02 contractor, 03 visitor
 * @param post the post they hold; null = none
 * @param host id of the person whom they visit; null = nobody
 * @param validFromMillis simulated time of the scenario's first playing from which the tags are theirs; null = always
 * @param validUntilMillis until when, exclusive; null = for ever
 * @param motion where the person truly is
 */
public record Person(
        int index,
        String id,
        String member,
        String crew,
        @Nullable String name,
        String department,
        String personType,
        @Nullable String post,
        @Nullable String host,
        @Nullable Long validFromMillis,
        @Nullable Long validUntilMillis,
        List<Tag> tags,
        Motion motion) {
    public Person {
        tags = List.copyOf(tags);
    }

    /** Somebody outside of all crews, named {@code person#index+1}. */
    public Person(
            int index,
            String id,
            @Nullable String name,
            String department,
            String personType,
            List<Tag> tags,
            Motion motion) {
        this(
                index,
                id,
                "person#" + (index + 1),
                "person",
                name,
                department,
                personType,
                null,
                null,
                null,
                null,
                tags,
                motion);
    }

    /** The same person, known by another id. */
    public Person withId(String other) {
        return new Person(
                index,
                other,
                member,
                crew,
                name,
                department,
                personType,
                post,
                host,
                validFromMillis,
                validUntilMillis,
                tags,
                motion);
    }

    public boolean hasUwb() {
        return tags.stream().anyMatch(tag -> tag.technology() == Tag.Technology.UWB);
    }
}
