package io.muster.contract.neighbour;

import io.muster.contract.MissingFieldException;
import io.muster.contract.Required;
import io.muster.contract.omlox.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gas detector says: the value of {@code gas-alarms}.
 *
 * @param gasAlarmId the same when it is raised and when it is cleared
 * @param state {@code raised} or {@code cleared}
 * @param fenceId the zone that it watches; null = not said
 * @param position of the detector; null = not said. One of the two is there when it is raised
 * @param crs of the position, as in a Location; null = local
 * @param floor null = not said
 * @param gas {@code flammable} or {@code toxic}
 * @param substance null = not said
 * @param value in {@link #unit}; null = not said
 * @param unit {@code %LEL} or {@code mg/m3}; null = not said
 * @param level 0 none, 1 first alarm, 2 second alarm (GB/T 50493); null = not said
 * @param timestamp when it happened
 */
public record GasAlarm(
        String gasAlarmId,
        String state,
        @Nullable String fenceId,
        @Nullable Point position,
        @Nullable String crs,
        @Nullable Double floor,
        String gas,
        @Nullable String substance,
        @Nullable Double value,
        @Nullable String unit,
        @Nullable String level,
        Instant timestamp) {
    public GasAlarm {
        Ask.id("gas_alarm_id", gasAlarmId);
        Ask.oneOf("state", state, List.of("raised", "cleared"));
        Ask.oneOf("gas", gas, List.of("flammable", "toxic"));
        if (level != null) {
            Ask.oneOf("level", level, List.of("0", "1", "2"));
        }
        Required.field("timestamp", timestamp);
        Ask.idOrNothing("fence_id", fenceId);
        if (state.equals("raised") && fenceId == null) {
            if (position == null) {
                throw new MissingFieldException("fence_id");
            }
            if (crs != null && !crs.equals("local")) {
                throw new IllegalArgumentException("crs: expected local where there is no fence_id, was '" + crs + "'");
            }
        }
    }

    /** Whether it rings; false = it is quiet again. */
    public boolean raised() {
        return state.equals("raised");
    }
}
