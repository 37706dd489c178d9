package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import io.muster.contract.MissingFieldException;
import org.jspecify.annotations.Nullable;

/** Exceptions of the JSON library in our words. */
final class Unreadables {

    static Unreadable of(Exception e) {
        if (e instanceof JsonMappingException mapping) {
            return mapping(mapping);
        }
        if (e instanceof StreamConstraintsException limit) {
            return new Unreadable(limit(limit.getOriginalMessage()), text(limit));
        }
        if (e instanceof NotFiniteException notFinite) {
            return new Unreadable(Reason.NOT_FINITE, text(notFinite));
        }
        if (e instanceof JsonProcessingException json) {
            String message = json.getOriginalMessage();
            boolean nan = message.startsWith("Non-standard token 'NaN'")
                    || message.startsWith("Non-standard token '+NaN'")
                    || message.startsWith("Non-standard token '-NaN'")
                    || (message.startsWith("Non-standard token") && message.contains("Inf"));
            return new Unreadable(nan ? Reason.NOT_FINITE : Reason.UNREADABLE_JSON, text(json));
        }
        String message = e.getMessage();
        return new Unreadable(
                Reason.UNREADABLE_JSON, message == null ? e.getClass().getSimpleName() : message);
    }

    private static Unreadable mapping(JsonMappingException e) {
        String field = path(e);
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingFieldException missing) {
                return new Unreadable(
                        Reason.MISSING_FIELD, (field.isEmpty() ? "" : field + ".") + missing.getMessage());
            }
            if (cause instanceof IllegalArgumentException) {
                return new Unreadable(Reason.INVALID_FIELD, (field.isEmpty() ? "" : field + ": ") + cause.getMessage());
            }
            if (cause instanceof JsonProcessingException inner && !(inner instanceof JsonMappingException)) {
                return of(inner);
            }
        }
        return new Unreadable(Reason.INVALID_FIELD, (field.isEmpty() ? "" : field + ": ") + text(e));
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (Reference each : e.getPath()) {
            if (each.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
            } else {
                path.append('[').append(each.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static Reason limit(String message) {
        if (message.startsWith("Document nesting depth")) {
            return Reason.TOO_DEEP;
        }
        if (message.startsWith("String value length") || message.startsWith("Name")) {
            return Reason.STRING_TOO_LONG;
        }
        if (message.startsWith("Number value length")) {
            return Reason.NUMBER_TOO_LONG;
        }
        return message.startsWith("BigDecimal") ? Reason.NOT_FINITE : Reason.OVERSIZE;
    }

    private static String text(JsonProcessingException e) {
        return e.getOriginalMessage() + at(e.getLocation());
    }

    static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private Unreadables() {}
}
