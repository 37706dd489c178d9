package io.muster.rules.context;

import io.muster.rules.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * One record of a neighbouring system or a control room; exactly one of the five is there.
 *
 * @param timeMillis ordering time: its arrival
 * @param eventMillis when it happened by the sender's clock, clamped to its arrival; ms since the epoch
 * @param origin topic without the site
 * @param originalKey of a command: the key as it came, for whoever must be told that it is refused; null = none
 * @param original of a command: the value as it came; null of everything else
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
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
        long offset,
        byte @Nullable [] originalKey,
        byte @Nullable [] original)
        implements Ordered {

    /** Without the bytes. */
    public Notice(
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
            long offset) {
        this(
                site,
                permit,
                gasAlarm,
                evacuation,
                gatePass,
                command,
                timeMillis,
                eventMillis,
                origin,
                partition,
                offset,
                null,
                null);
    }
}
