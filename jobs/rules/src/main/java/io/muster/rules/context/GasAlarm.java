package io.muster.rules.context;

import org.jspecify.annotations.Nullable;

/**
 * A gas detector rings, or rings no more.
 *
 * @param raised false = cleared
 * @param fenceId the zone that it watches; null = not said
 * @param x metres of the site; null = not said
 * @param y metres of the site; null = not said
 * @param floor null = not said
 * @param gas flammable or toxic
 */
public record GasAlarm(
        String gasAlarmId,
        boolean raised,
        @Nullable String fenceId,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double floor,
        String gas) {}
