package io.muster.rules.notify;

import java.util.Map;

/**
 * Who was told what of an alarm. Gone when the alarm returns.
 *
 * @param told by recipient: how grave what they were told was
 * @param seq number of the last message
 */
public record NotifyState(Map<String, Integer> told, long seq) {
    public NotifyState {
        told = told == null ? Map.of() : told;
    }
}
