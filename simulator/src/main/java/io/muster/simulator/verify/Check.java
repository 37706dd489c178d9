package io.muster.simulator.verify;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a judgement.
 *
 * @param name dotted: what, then of which kind of alarm
 * @param value null when nothing was measured
 * @param target null where the figure is only told
 * @param pass null where it is only told or nothing was measured
 */
public record Check(
        String name,
        @Nullable Double value,
        String unit,
        @Nullable Double target,
        @Nullable Boolean pass,
        String detail) {

    static Check told(String name, @Nullable Double value, String unit, String detail) {
        return new Check(name, value, unit, null, null, detail);
    }

    static Check atMost(String name, @Nullable Double value, String unit, double target, String detail) {
        return new Check(name, value, unit, target, value == null ? null : (Boolean) (value <= target), detail);
    }

    static Check atLeast(String name, @Nullable Double value, String unit, double target, String detail) {
        return new Check(name, value, unit, target, value == null ? null : (Boolean) (value >= target), detail);
    }

    public boolean isMissed() {
        return Boolean.FALSE.equals(pass);
    }
}
