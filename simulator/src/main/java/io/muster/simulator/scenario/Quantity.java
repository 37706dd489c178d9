package io.muster.simulator.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with their unit, as files have them: read, and written so that they read back the same. Null = not such a quantity. */
final class Quantity {
    private static final String NUMBER = "[0-9]{1,15}(?:\\.[0-9]{1,400})?";
    private static final Pattern ONE = Pattern.compile("(-?" + NUMBER + ")\\s{0,3}(\\S{1,4})");
    private static final Pattern DURATION = Pattern.compile("(" + NUMBER + ")\\s{0,3}(ms|min|d|h|m|s)\\s{0,3}");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    /** Ten years: far more than anything lasts, far less than overflows. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(3_650L * 86_400_000L);

    private Quantity() {}

    /** Milliseconds of {@code 90s}, {@code 5m}, {@code 1h30m}, {@code 250 ms}, {@code -15m}. */
    static @Nullable Long millis(String text) {
        boolean minus = text.startsWith("-");
        String rest = minus ? text.substring(1) : text;
        Matcher matcher = DURATION.matcher(rest);
        BigDecimal sum = BigDecimal.ZERO;
        int from = 0;
        while (from < rest.length() && matcher.find(from) && matcher.start() == from) {
            Long unit = MILLIS.get(matcher.group(2));
            sum = sum.add(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit == null ? 0 : unit)));
            from = matcher.end();
        }
        if (rest.isEmpty() || from < rest.length() || sum.compareTo(LONGEST) > 0) {
            return null;
        }
        long millis = sum.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return minus ? -millis : millis;
    }

    static String ofMillis(long millis) {
        long rest = Math.abs(millis);
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        long[] units = {3_600_000, 60_000, 1_000};
        String[] names = {"h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (rest >= units[i]) {
                text.append(rest / units[i]).append(names[i]);
                rest %= units[i];
            }
        }
        if (rest > 0) {
            text.append(rest).append("ms");
        }
        return millis == 0 ? "0s" : text.toString();
    }

    /** Metres of {@code 0.5 m}, {@code 30 cm}. */
    static @Nullable Double metres(String text) {
        return value(text, Map.of("m", 0, "cm", -2));
    }

    static String ofMetres(double metres) {
        return plain(metres, 0) + " m";
    }

    /** 0.01 of {@code 1 %}. */
    static @Nullable Double share(String text) {
        return value(text, Map.of("%", -2));
    }

    static String ofShare(double share) {
        return plain(share, 2) + " %";
    }

    /** Per hour, of {@code 2 /h}. */
    static @Nullable Double perHour(String text) {
        return value(text, Map.of("/h", 0));
    }

    static String ofPerHour(double rate) {
        return plain(rate, 0) + " /h";
    }

    /** Parts per million, of {@code 20 ppm}. */
    static @Nullable Double ppm(String text) {
        return value(text, Map.of("ppm", 0));
    }

    static String ofPpm(double ppm) {
        return plain(ppm, 0) + " ppm";
    }

    /** A number without unit, {@code 0.7}. */
    static @Nullable Double number(String text) {
        return text.matches("-?" + NUMBER) ? new BigDecimal(text).doubleValue() : null;
    }

    static String ofNumber(double number) {
        return plain(number, 0);
    }

    /** @param units names with the power of ten to multiply with */
    private static @Nullable Double value(String text, Map<String, Integer> units) {
        Matcher matcher = ONE.matcher(text);
        Integer power = matcher.matches() ? units.get(matcher.group(2)) : null;
        return power == null
                ? null
                : new BigDecimal(matcher.group(1)).scaleByPowerOfTen(power).doubleValue();
    }

    private static String plain(double value, int power) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).scaleByPowerOfTen(power);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
