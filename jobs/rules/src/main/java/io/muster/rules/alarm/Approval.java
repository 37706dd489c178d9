package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * A gathering that is allowed: it stays in its warning state until it has dispersed, and is shown as approved (AQ 3064.3 5.2.3 d).
 *
 * @param commandId of the command that approved it
 * @param target the gathering, or the fence or person of the gatherings
 * @param act who approved it
 * @param untilMillis when it ends
 * @param maxCount more people than this are not approved; null = any number is
 */
public record Approval(
        String commandId,
        Target target,
        Act act,
        long untilMillis,
        @Nullable Integer maxCount) {

    boolean covers(int count) {
        return maxCount == null || count <= maxCount;
    }
}
