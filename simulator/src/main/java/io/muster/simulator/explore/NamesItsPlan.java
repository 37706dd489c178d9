package io.muster.simulator.explore;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import java.util.function.Consumer;

/**
 * Whoever reads an alarm finds the plan by which it was decided. Only an SOS is told before anybody asks for a plan: its first record names none.
 */
final class NamesItsPlan implements Invariant {
    static final String NAME = "names-its-plan";

    @Override
    public void alarm(Alarm alarm, long millis, Consumer<Breach> breaches) {
        String plan = alarm.planVersion();
        boolean isAtOnce = alarm.kind() == AlarmKind.SOS && alarm.seq() == 1;
        if ((plan == null || plan.isEmpty()) && !isAtOnce) {
            breaches.accept(new Breach(
                    NAME, millis, alarm.kind().wire() + " " + alarm.alarmId() + " " + alarm.seq() + " names no plan"));
        }
    }
}
