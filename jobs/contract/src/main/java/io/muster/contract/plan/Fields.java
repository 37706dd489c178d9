package io.muster.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an object of the plan, each with what is expected of it. A fault is noted and the field taken as absent, so that the next fault is
 * found too. Null is absent: editors write empty columns so.
 *
 * @param path before each field's name in faults, with its dot; may be empty
 */
record Fields(ObjectNode node, String path, Faults faults) {
    private static final int LONGEST_TEXT = 1024;

    @Nullable
    JsonNode value(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    void fault(String field, String expected, @Nullable Object was) {
        faults.add(path + field, expected, was);
    }

    @Nullable
    String text(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            fault(field, "a text of at most " + LONGEST_TEXT + " characters", value);
            return null;
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    @Nullable
    Double number(String field, double least) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= least && number < Double.POSITIVE_INFINITY)) {
            fault(field, range(least), value);
            return null;
        }
        return number;
    }

    /** Editors that know only decimal columns write 3.0 for 3. */
    @Nullable
    Long whole(String field, long least, long most) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most && number == Math.rint(number))) {
            fault(field, "a whole number from " + least + " to " + most, value);
            return null;
        }
        return (long) number;
    }

    @Nullable
    Boolean truth(String field) {
        JsonNode value = value(field);
        if (value == null || value.isBoolean()) {
            return value == null ? null : value.booleanValue();
        }
        fault(field, "true or false", value);
        return null;
    }

    @Nullable
    Instant time(String field) {
        String text = text(field);
        try {
            return text == null ? null : Times.read(text);
        } catch (DateTimeException e) {
            fault(field, "an ISO 8601 time with offset", text);
            return null;
        }
    }

    /** A word in lower case of an enum in upper case. */
    <E extends Enum<E>> @Nullable E word(String field, Class<E> type) {
        String text = text(field);
        return text == null ? null : word(field, text, type);
    }

    <E extends Enum<E>> List<E> words(String field, Class<E> type) {
        List<E> words = new ArrayList<>();
        for (String each : texts(field)) {
            E word = word(field, each, type);
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    /** A list of texts; one text alone is a list with commas, as attribute tables have it. */
    List<String> texts(String field) {
        JsonNode value = value(field);
        List<String> texts = new ArrayList<>();
        if (value == null) {
            return texts;
        }
        if (value.isTextual()) {
            Arrays.stream(value.textValue().split(","))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .forEach(texts::add);
            return texts;
        }
        if (!value.isArray()) {
            fault(field, "a list of texts", value);
            return texts;
        }
        for (JsonNode each : value) {
            if (each.isTextual() && !each.textValue().isBlank()) {
                texts.add(each.textValue().strip());
            } else {
                fault(field, "a list of texts", value);
                return List.of();
            }
        }
        return texts;
    }

    /** A misspelt field would leave a danger unwatched; so what is in our name space must be known. */
    void onlyKnown(Set<String> known) {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                fault(
                        field,
                        "one of " + String.join(", ", known.stream().sorted().toList()),
                        "this unknown field");
            }
        });
    }

    private <E extends Enum<E>> @Nullable E word(String field, String text, Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            String word = each.name().toLowerCase(Locale.ROOT);
            if (word.equals(text)) {
                return each;
            }
            words.add(word);
        }
        fault(field, "one of " + String.join(", ", words), text);
        return null;
    }

    private static String range(double least) {
        if (least == -Double.MAX_VALUE) {
            return "a number";
        }
        return least == Double.MIN_VALUE ? "a number above 0" : "a number from " + (long) least + " up";
    }
}
