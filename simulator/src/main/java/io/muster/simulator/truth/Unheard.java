package io.muster.simulator.truth;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.people.Person;

/** What a tag says while its vendor is out reaches nobody, or comes late. */
final class Unheard {
    private Unheard() {}

    static Happening tolerate(Happening happening, Run run) {
        boolean isOfTag = happening.kind() == AlarmKind.SOS || happening.kind() == AlarmKind.FALL;
        if (!isOfTag || happening.tolerated()) {
            return happening;
        }
        for (Person person : run.people()) {
            boolean isOut = happening.trackableIds().contains(person.id())
                    && run.isOut(person.tags().get(0), happening.onsetMillis(), happening.onsetMillis() + 1);
            if (isOut) {
                return happening.tolerate();
            }
        }
        return happening;
    }
}
