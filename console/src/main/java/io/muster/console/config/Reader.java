package io.muster.console.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads settings one by one and goes on after a fault; {@link #end} tells them all. */
final class Reader {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final int LONGEST_DAYS = 36_500;

    private final UnaryOperator<@Nullable String> settings;
    private final List<String> faults = new ArrayList<>();

    Reader(UnaryOperator<@Nullable String> settings) {
        this.settings = settings;
    }

    void fault(String line) {
        faults.add(line);
    }

    /** @throws OptionFaults where there was one */
    void end() {
        if (!faults.isEmpty()) {
            throw new OptionFaults(faults);
        }
    }

    @Nullable
    String optional(String name) {
        String value = settings.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String text(String name, String otherwise) {
        String value = optional(name);
        return value == null ? otherwise : value;
    }

    String demanded(String name, String what) {
        String value = optional(name);
        if (value == null) {
            fault(name + " must be given: " + what);
            return "";
        }
        return value;
    }

    /** What is wrong with it is told without it. */
    @Nullable
    String secret(String name, int shortest) {
        String value = optional(name);
        if (value != null && value.length() < shortest) {
            fault(name + " must have at least " + shortest + " characters, had " + value.length());
        }
        return value;
    }

    Pattern pattern(String name, String otherwise) {
        String value = text(name, otherwise);
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            fault(name + " must be a regular expression, was '" + value + "': " + e.getDescription());
            return Pattern.compile(otherwise);
        }
    }

    String database(String name, String otherwise) {
        String value = text(name, otherwise);
        if (!value.equals(otherwise) && !value.startsWith("jdbc:postgresql:")) {
            fault(name + " must be '" + otherwise + "' or begin with jdbc:postgresql:, was '" + value + "'");
        }
        return value;
    }

    int whole(String name, int otherwise, int least, int most) {
        String value = optional(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with the bounds.
        }
        fault(name + " must be a whole number from " + least + " to " + most + ", was '" + value + "'");
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        String value = optional(name);
        if (value == null) {
            return otherwise;
        }
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        fault(name + " must be true or false, was '" + value + "'");
        return otherwise;
    }

    Duration duration(String name, String otherwise, Duration least, Duration most) {
        String value = text(name, otherwise);
        Matcher parts = DURATION.matcher(value);
        if (parts.matches()) {
            Duration duration = of(Long.parseLong(parts.group(1)), parts.group(2));
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        }
        fault(name + " must be a duration from " + written(least) + " to " + written(most) + " such as " + otherwise
                + ", was '" + value + "'");
        return least;
    }

    /** Whole days, at least one: a table is forgotten by the day. */
    Duration days(String name, int otherwise) {
        String value = text(name, otherwise + "d");
        Matcher parts = DURATION.matcher(value);
        if (parts.matches() && parts.group(2).equals("d")) {
            long days = Long.parseLong(parts.group(1));
            if (days >= 1 && days <= LONGEST_DAYS) {
                return Duration.ofDays(days);
            }
        }
        fault(name + " must be whole days from 1d to " + LONGEST_DAYS + "d, was '" + value + "'");
        return Duration.ofDays(otherwise);
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static String written(Duration duration) {
        return duration.toHours() > 0
                ? duration.toHours() + "h"
                : duration.toMinutes() > 0 ? duration.toMinutes() + "m" : duration.toSeconds() + "s";
    }
}
