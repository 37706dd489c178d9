package io.muster.stream.notify;

import io.muster.contract.people.Person;
import io.muster.rules.notify.AlarmTold;
import io.muster.stream.engine.Referenced;
import io.muster.stream.reference.References;
import java.util.TreeSet;

/** Whom the people of an alarm visit. */
final class Hosts implements Referenced<AlarmTold, AlarmTold> {
    private static final long serialVersionUID = 1;

    @Override
    public AlarmTold look(AlarmTold told, References references, Side side) {
        TreeSet<String> hosts = new TreeSet<>();
        for (String each : told.alarm().finding().trackableIds()) {
            Person person = references.personAt(told.alarm().site(), each, told.timeMillis());
            if (person != null && person.host() != null) {
                hosts.add(person.host());
            }
        }
        return hosts.isEmpty()
                ? told
                : new AlarmTold(told.alarm(), hosts.stream().toList());
    }
}
