package io.muster.simulator.truth;

import io.muster.contract.codec.Ids;
import io.muster.simulator.people.Person;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.RadioFaults;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with the radio at given times, as far as alarms are due about it.
 *
 * @param all times within the cycle
 * @param radio the same, as the radio plays them
 */
public record Faults(List<Fault> all, RadioFaults radio) {
    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(List.of(), RadioFaults.none());

    public Faults {
        all = List.copyOf(all);
    }

    List<Fault> of(FaultKind kind) {
        return all.stream().filter(fault -> fault.kind() == kind).toList();
    }

    /**
     * People as a job knows them: whoever carries a tag that is in no people file is a person of that tag.
     *
     * @param site ids are made from it
     */
    List<Person> known(String site, List<Person> people) {
        Set<String> unbound = of(FaultKind.UNBOUND_TAG).stream()
                .flatMap(fault -> fault.who().stream())
                .collect(Collectors.toSet());
        return people.stream()
                .map(person -> unbound.contains(person.member()) ? person.withId(unknown(site, person)) : person)
                .toList();
    }

    private static String unknown(String site, Person person) {
        return Ids.uuid5(site, "provider", Ids.providerKey(person.tags().get(0).providerId()));
    }
}
