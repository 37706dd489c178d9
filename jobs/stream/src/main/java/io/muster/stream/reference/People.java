package io.muster.stream.reference;

import io.muster.contract.people.Person;
import io.muster.rules.identify.Who;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What rules ask of the people file. */
public final class People {

    /** @param person null = nobody is known */
    public static Who who(@Nullable Person person) {
        if (person == null) {
            return Who.unknown();
        }
        Instant until = person.validUntil();
        return new Who(
                person.department(),
                person.personType() == null ? Who.UNKNOWN_TYPE : person.personType(),
                person.post(),
                until == null ? null : until.toEpochMilli(),
                person.host());
    }

    private People() {}
}
