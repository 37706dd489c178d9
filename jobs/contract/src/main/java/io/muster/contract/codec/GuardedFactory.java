package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Makes parsers that keep to limits, whoever asks for them. */
final class GuardedFactory extends JsonFactory {
    private static final long serialVersionUID = 1;

    GuardedFactory(Limits limits) {
        super(new JsonFactoryBuilder()
                .streamReadConstraints(limits.constraints())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                // Numbers come out the same on every JDK; Double.toString changed with 19.
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION));
    }

    @Override
    public JsonParser createParser(byte[] data) throws IOException {
        return guarded(super.createParser(data));
    }

    @Override
    public JsonParser createParser(byte[] data, int offset, int len) throws IOException {
        return guarded(super.createParser(data, offset, len));
    }

    @Override
    public JsonParser createParser(String content) throws IOException {
        return guarded(super.createParser(content));
    }

    @Override
    public JsonParser createParser(InputStream in) throws IOException {
        return guarded(super.createParser(in));
    }

    @Override
    public JsonParser createParser(Reader reader) throws IOException {
        return guarded(super.createParser(reader));
    }

    private JsonParser guarded(JsonParser parser) {
        return new GuardedParser(parser, streamReadConstraints());
    }
}
