package io.muster.stream.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table mean what.
 *
 * @param id the tag
 * @param time ISO 8601, {@code yyyy-MM-dd HH:mm:ss.SSS} in {@link #zone}, or a number of milliseconds since the epoch
 * @param z null = there is none
 * @param floor null = floor 0
 * @param metresPerUnit of x, y and z
 */
public record CsvColumns(
        String id,
        String time,
        String x,
        String y,
        @Nullable String z,
        @Nullable String floor,
        @Nullable String accuracy,
        double metresPerUnit,
        ZoneId zone) {

    private static final Map<String, Double> UNITS = Map.of("m", 1.0, "cm", 0.01, "mm", 0.001, "ft", 0.3048);
    private static final Set<String> MEANINGS = Set.of("id", "time", "x", "y", "z", "floor", "accuracy");

    /**
     * @param columns such as {@code id=tag_id,time=local_time,x=x_mm,y=y_mm}
     * @param units m, cm, mm or ft
     * @param timeZone of times that name none; null = UTC
     * @throws ReplayFaults with all faults together
     */
    public static CsvColumns parse(String columns, String units, @Nullable String timeZone) throws ReplayFaults {
        List<String> faults = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        for (String each : columns.split(",")) {
            String[] pair = each.trim().split("=", 2);
            if (pair.length != 2 || !MEANINGS.contains(pair[0]) || pair[1].isBlank()) {
                faults.add("--columns: expected "
                        + String.join("|", List.of("id", "time", "x", "y", "z", "floor", "accuracy")) + "=COLUMN, was '"
                        + each.trim() + "'");
            } else if (named.put(pair[0], pair[1]) != null) {
                faults.add("--columns: " + pair[0] + " is named twice");
            }
        }
        for (String each : List.of("id", "time", "x", "y")) {
            if (!named.containsKey(each)) {
                faults.add("--columns: " + each + "=COLUMN is missing");
            }
        }
        Double metres = UNITS.get(units);
        if (metres == null) {
            faults.add("--units: expected m, cm, mm or ft, was '" + units + "'");
        }
        ZoneId zone = ZoneOffset.UTC;
        if (timeZone != null) {
            try {
                zone = ZoneId.of(timeZone);
            } catch (DateTimeException e) {
                faults.add("--time-zone: expected a zone such as Europe/Copenhagen, was '" + timeZone + "'");
            }
        }
        if (!faults.isEmpty() || metres == null) {
            throw new ReplayFaults(faults);
        }
        return new CsvColumns(
                named.getOrDefault("id", ""),
                named.getOrDefault("time", ""),
                named.getOrDefault("x", ""),
                named.getOrDefault("y", ""),
                named.get("z"),
                named.get("floor"),
                named.get("accuracy"),
                metres,
                zone);
    }

    /** Null where the text is no time. */
    @Nullable
    Instant instant(String text) {
        String trimmed = text.trim();
        try {
            if (trimmed.matches("-?[0-9]+")) {
                return Instant.ofEpochMilli(Long.parseLong(trimmed));
            }
            if (trimmed.matches("-?[0-9]+\\.[0-9]+")) {
                return Instant.ofEpochMilli(Math.round(Double.parseDouble(trimmed)));
            }
            String iso = trimmed.replace(' ', 'T');
            if (iso.endsWith("Z") || iso.matches(".*[+-][0-9]{2}:?[0-9]{2}")) {
                return OffsetDateTime.parse(iso).toInstant();
            }
            return LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeParseException | NumberFormatException e) {
            return null;
        }
    }
}
