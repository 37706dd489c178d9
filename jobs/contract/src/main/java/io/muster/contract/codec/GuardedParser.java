package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses what Jackson lets through: numbers that no double can hold, such as 1e400, also in what nobody reads; and texts that are skipped. */
final class GuardedParser extends JsonParserDelegate {
    private final StreamReadConstraints constraints;

    GuardedParser(JsonParser delegate, StreamReadConstraints constraints) {
        super(delegate);
        this.constraints = constraints;
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        return checked(delegate.nextToken());
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        JsonToken token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        int open = 0;
        JsonToken token = currentToken();
        while (token != null) {
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            }
            if (open <= 0) {
                return this;
            }
            token = nextToken();
        }
        return this;
    }

    private @Nullable JsonToken checked(@Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            if (!Double.isFinite(delegate.getDoubleValue())) {
                throw new NotFiniteException(this);
            }
        } else if (token == JsonToken.VALUE_STRING && delegate.getTextLength() > constraints.getMaxStringLength()) {
            throw new StreamConstraintsException(
                    "String value length (" + delegate.getTextLength() + ") is too long", delegate.currentLocation());
        }
        return token;
    }
}
