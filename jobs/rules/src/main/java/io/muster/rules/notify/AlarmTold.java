package io.muster.rules.notify;

import io.muster.rules.Ordered;
import io.muster.rules.alarm.AlarmChange;
import java.util.List;

/**
 * A change of an alarm.
 *
 * @param hosts whom the visitors among its people visit, sorted
 */
public record AlarmTold(AlarmChange alarm, List<String> hosts) implements Ordered {
    public AlarmTold {
        hosts = hosts == null ? List.of() : hosts;
    }

    @Override
    public long timeMillis() {
        return alarm.timeMillis();
    }

    @Override
    public long eventMillis() {
        return alarm.timeMillis();
    }

    @Override
    public String origin() {
        return "alarm/" + alarm.alarmId();
    }

    @Override
    public long offset() {
        return alarm.seq();
    }
}
