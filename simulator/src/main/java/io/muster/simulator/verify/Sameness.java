package io.muster.simulator.verify;

import io.muster.contract.codec.Ids;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * When two are about the same: the same subject. A gathering has no id that two sides could know; there it is the same if at least half of the smaller member
 * list is in the other one.
 */
final class Sameness {
    private Sameness() {}

    static boolean of(TruthLine truth, AlarmSpan alarm) {
        return truth.kind() == alarm.kind()
                && of(truth.kind(), truth.subject(), truth.trackableIds(), alarm.subject(), alarm.members());
    }

    static boolean of(AlarmSpan one, AlarmSpan other) {
        return one.kind() == other.kind()
                && of(one.kind(), one.subject(), one.members(), other.subject(), other.members());
    }

    private static boolean of(
            AlarmKind kind, Subject one, Collection<String> members, Subject other, Collection<String> others) {
        if (kind != AlarmKind.GATHERING) {
            return one.type().equals(other.type())
                    && (one.id().equals(other.id())
                            || (one.type().equals("provider")
                                    && Ids.providerKey(one.id()).equals(Ids.providerKey(other.id()))));
        }
        Set<String> people = new HashSet<>(members);
        long common = others.stream().filter(people::contains).count();
        return common > 0 && 2 * common >= Math.min(people.size(), others.size());
    }
}
