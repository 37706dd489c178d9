package io.muster.rules.alarm;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import org.jspecify.annotations.Nullable;

/**
 * The alarm desk of a site (key: site): gives findings a life, and does what control rooms ask for. One alarm is open at most for one kind and subject
 * ({@link AlarmCase}); silences, approvals and causes are about many ({@link Desk}); what a command means is in {@link Commands}.
 */
public final class AlarmDeskRule implements Rule<AlarmDeskState, DeskInput, DeskOutput> {
    private static final long serialVersionUID = 1;

    private final AlarmOptions options;
    private final AlarmNames names;

    public AlarmDeskRule(AlarmOptions options, AlarmNames names) {
        this.options = options;
        this.names = names;
    }

    @Override
    public Step<AlarmDeskState, DeskOutput> onInput(@Nullable AlarmDeskState state, DeskInput input) {
        Desk desk = new Desk(options, names, state, input.timeMillis());
        if (input.finding() != null) {
            desk.take(input.finding());
        } else if (input.command() != null) {
            new Commands(desk, options).take(input.command());
        }
        return settled(desk);
    }

    @Override
    public Step<AlarmDeskState, DeskOutput> onWake(AlarmDeskState state, long nowMillis) {
        Desk desk = new Desk(options, names, state, nowMillis);
        desk.wake();
        return settled(desk);
    }

    private static Step<AlarmDeskState, DeskOutput> settled(Desk desk) {
        desk.settle();
        return Step.of(desk.state(), desk.events(), desk.due());
    }
}
