package io.muster.rules.context;

import io.muster.rules.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * One record of a neighbouring system or a control room; exactly one of the five is there.
 *
 * @param timeMillis ordering time: its arrival
 * @param eventMillis when it happened by the sender's clock, clamped to its arrival; ms since the epoch
 * @param origin topic without the site
 */
public record Notice(
        String site,
        @Nullable Permit permit,
        @Nullable GasAlarm gasAlarm,
        @Nullable Evacuation evacuation,
        @Nullable GatePass gatePass,
        @Nullable Command command,
        long timeMillis,
        long eventMillis,
        String origin,
        int partition,
        long offset)
        implements Ordered {}
