package io.muster.simulator.people;

import io.muster.simulator.movement.Motion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param index counted from 0; below the number of parts of the scenario: somebody with a part
 * @param id pseudonymous UUIDv5
 * @param name null = not given (visitors)
 * @param personType 01 employee, 02 contractor, 03 visitor
 * @param motion where the person truly is
 */
public record Person(
        int index,
        String id,
        @Nullable String name,
        String department,
        String personType,
        List<Tag> tags,
        Motion motion) {

    public boolean hasUwb() {
        return tags.stream().anyMatch(tag -> tag.technology() == Tag.Technology.UWB);
    }
}
