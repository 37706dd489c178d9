package io.muster.launcher.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure of a report.
 *
 * @param value null when nothing was measured
 * @param target at most this; null where the figure is only told
 * @param pass null where there is no target
 */
public record Figure(
        String name,
        @Nullable Double value,
        String unit,
        @Nullable Double target,
        @Nullable Boolean pass,
        String detail) {

    /** A figure without a target. */
    public static Figure told(String name, double value, String unit, String detail) {
        return new Figure(name, value, unit, null, null, detail);
    }

    /** A figure that passes when it was measured and is at most {@code target}. */
    public static Figure atMost(String name, @Nullable Double value, String unit, double target, String detail) {
        return new Figure(name, value, unit, target, value != null && value <= target, detail);
    }

    public boolean isMissed() {
        return Boolean.FALSE.equals(pass);
    }

    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("value", value);
        map.put("unit", unit);
        map.put("target", target);
        map.put("pass", pass);
        map.put("detail", detail);
        return map;
    }
}
