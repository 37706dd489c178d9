package io.muster.launcher;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 500ms}, {@code 60s}, {@code 2.5m}, {@code 1h}: a number and its unit, longer than nothing and at most 365 days. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|m|min|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Duration LONGEST = Duration.ofDays(365);

    @Override
    public Duration convert(String text) {
        Matcher match = NUMBER_AND_UNIT.matcher(text);
        if (!match.matches()) {
            throw new TypeConversionException(
                    "expected a number with a unit such as 500ms, 60s, 2m or 1h, was '" + text + "'");
        }
        Duration duration = Duration.ofMillis(
                Math.round(Double.parseDouble(match.group(1)) * MILLIS.getOrDefault(match.group(2), 0L)));
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("expected more than 0 and at most 365d, was '" + text + "'");
        }
        return duration;
    }
}
