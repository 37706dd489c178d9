package io.muster.rules.fence;

import io.muster.rules.Ordered;
import io.muster.rules.identify.Who;
import io.muster.rules.person.PersonNotice;
import io.muster.rules.place.GateAt;
import org.jspecify.annotations.Nullable;

/**
 * What a gate, a control room or a sensor says of a person, with what the people file and the plan in force say of it.
 *
 * @param who the person of the notice
 * @param planVersion empty = no plan is in force yet
 * @param gate of a pass; null = no pass, or the plan does not know the gate
 */
public record NoticeAt(
        PersonNotice notice,
        Who who,
        String planVersion,
        @Nullable GateAt gate) implements Ordered {

    @Override
    public long timeMillis() {
        return notice.timeMillis();
    }

    @Override
    public long eventMillis() {
        return notice.eventMillis();
    }

    @Override
    public String origin() {
        return notice.origin();
    }

    @Override
    public int partition() {
        return notice.partition();
    }

    @Override
    public long offset() {
        return notice.offset();
    }
}
