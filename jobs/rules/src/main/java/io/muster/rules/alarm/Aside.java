package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * Why an alarm is put aside.
 *
 * @param by id of the command that asked for it, or of the alarm that is its cause
 * @param act who asked for it; null = nobody: by design
 * @param untilMillis when it ends by itself; null = it does not
 */
public record Aside(String by, @Nullable Act act, @Nullable Long untilMillis) {}
