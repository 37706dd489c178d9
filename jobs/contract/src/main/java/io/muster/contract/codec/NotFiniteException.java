package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;

/** A number that no double can hold. */
final class NotFiniteException extends JsonParseException {
    private static final long serialVersionUID = 1;

    NotFiniteException(JsonParser parser) {
        super(parser, "a number is beyond what a double can hold", parser.currentTokenLocation());
    }
}
