package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of fields, read from where a parser stands. Each gives null for null. Made for the one path that every fix takes. */
final class Values {

    static @Nullable String text(JsonParser in, String field) throws IOException, Unreadable {
        return switch (in.currentToken()) {
            case VALUE_STRING -> in.getText();
            case VALUE_NULL -> null;
            default -> throw invalid(in, field, "a text");
        };
    }

    static @Nullable Double number(JsonParser in, String field) throws IOException, Unreadable {
        return switch (in.currentToken()) {
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> finite(in, field);
            case VALUE_NULL -> null;
            default -> throw invalid(in, field, "a number");
        };
    }

    static @Nullable Boolean truth(JsonParser in, String field) throws Unreadable {
        return switch (in.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw invalid(in, field, "true or false");
        };
    }

    static @Nullable Instant time(JsonParser in, String field) throws IOException, Unreadable {
        String text = text(in, field);
        try {
            return text == null ? null : Times.read(text);
        } catch (DateTimeException e) {
            throw new Unreadable(
                    Reason.INVALID_FIELD, field + ": expected an ISO 8601 time with offset, was '" + text + "'");
        }
    }

    static @Nullable ObjectNode object(JsonParser in, String field) throws IOException, Unreadable {
        return switch (in.currentToken()) {
            case START_OBJECT -> Json.strict().readTree(in);
            case VALUE_NULL -> null;
            default -> throw invalid(in, field, "an object");
        };
    }

    static @Nullable List<String> texts(JsonParser in, String field) throws IOException, Unreadable {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw invalid(in, field, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        while (in.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(in.getText());
        }
        if (in.currentToken() != JsonToken.END_ARRAY) {
            throw invalid(in, field, "a list of texts");
        }
        return texts;
    }

    /** A GeoJSON Point; what is none is {@link Reason#NO_POSITION}, since nothing of the record can be used without it. */
    static double[] coordinates(JsonParser in, String field) throws IOException, Unreadable {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw noPosition(field);
        }
        double[] numbers = new double[3];
        int count = 0;
        JsonToken token = in.nextToken();
        while (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            if (count == 3) {
                throw noPosition(field);
            }
            numbers[count++] = finite(in, field);
            token = in.nextToken();
        }
        if (token != JsonToken.END_ARRAY || count < 2) {
            throw noPosition(field);
        }
        return count == 3 ? numbers : new double[] {numbers[0], numbers[1]};
    }

    static Unreadable noPosition(String field) {
        return new Unreadable(Reason.NO_POSITION, field + ": expected a GeoJSON Point with 2 or 3 numbers");
    }

    private static double finite(JsonParser in, String field) throws IOException, Unreadable {
        double number = in.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new Unreadable(Reason.NOT_FINITE, field + ": expected a finite number");
        }
        return number;
    }

    private static Unreadable invalid(JsonParser in, String field, String expected) {
        return new Unreadable(
                Reason.INVALID_FIELD,
                field + ": expected " + expected + ", was " + in.currentToken()
                        + Unreadables.at(in.currentTokenLocation()));
    }

    private Values() {}
}
