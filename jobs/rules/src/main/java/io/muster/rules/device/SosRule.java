package io.muster.rules.device;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmDefinition;
import io.muster.rules.alarm.AlarmNames;
import io.muster.rules.alarm.AlarmStatus;
import io.muster.rules.alarm.Finding;
import io.muster.rules.alarm.Handling;
import io.muster.rules.identify.StatusReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first record of an SOS alarm ({@code seq} 1), told as soon as a status is read, before time has come to it (key: site and tag; AQ 3064.3 7.2.2).
 * It rests on nothing but the log of that tag: pressed, where it was not before. Who carries the tag, and where, follows with {@code seq} 2 from
 * {@link DeviceRule}, which sees the same edges in the same order.
 */
public final class SosRule implements Rule<SosState, StatusReport, AlarmChange> {
    private static final long serialVersionUID = 1;

    private final AlarmNames names;

    public SosRule(AlarmNames names) {
        this.names = names;
    }

    @Override
    public Step<SosState, AlarmChange> onInput(@Nullable SosState state, StatusReport status) {
        Boolean pressed = status.pressed();
        if (pressed == null) {
            return Step.of(state, List.of());
        }
        if (!pressed) {
            return Step.of(null, List.of());
        }
        return state != null ? Step.of(state, List.of()) : Step.of(new SosState(true), List.of(raised(status)));
    }

    private AlarmChange raised(StatusReport status) {
        AlarmDefinition definition = AlarmCatalogue.get(DeviceRule.SOS);
        Finding finding = new Finding(
                status.site(),
                DeviceRule.SOS,
                "provider",
                status.providerId(),
                true,
                definition.level(),
                status.saidMillis(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                null,
                null,
                DeviceRule.SOS,
                1,
                "",
                List.of(),
                "sos",
                status.timeMillis(),
                status.timeMillis(),
                1);
        return new AlarmChange(
                names.alarm(finding, status.timeMillis()),
                status.site(),
                DeviceRule.SOS,
                AlarmStatus.RAISED_UNACKNOWLEDGED,
                definition.level(),
                AlarmCatalogue.priority(definition, definition.level()),
                definition.nameZh(),
                definition.nameEn(),
                finding,
                status.timeMillis(),
                status.saidMillis(),
                status.timeMillis(),
                null,
                null,
                Handling.NONE,
                false,
                status.timeMillis(),
                1);
    }
}
