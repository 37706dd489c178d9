package io.muster.rules.gathering;

import java.util.List;

/**
 * A share of the people on a floor. A sample changes one person: with many people, only this person's bucket is made anew.
 *
 * @param people sorted by id
 */
public record Bucket(List<Person> people) {
    public Bucket {
        people = people == null ? List.of() : people;
    }
}
