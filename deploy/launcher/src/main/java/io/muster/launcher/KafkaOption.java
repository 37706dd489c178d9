package io.muster.launcher;

import io.muster.launcher.kafka.Connection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --kafka HOST:PORT}, required. */
final class KafkaOption {
    @Option(
            names = "--kafka",
            required = true,
            paramLabel = "HOST:PORT",
            converter = Converter.class,
            description = "Where Kafka answers; several addresses separated by commas.")
    @SuppressWarnings("NullAway.Init")
    Connection connection;

    static final class Converter implements ITypeConverter<Connection> {
        private static final Pattern ADDRESS =
                Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):(\\d{1,5})");

        @Override
        public Connection convert(String text) {
            for (String address : text.split(",", -1)) {
                Matcher match = ADDRESS.matcher(address.strip());
                if (!match.matches()
                        || Integer.parseInt(match.group(1)) < 1
                        || Integer.parseInt(match.group(1)) > 65_535) {
                    throw new TypeConversionException("expected HOST:PORT such as localhost:9092, was '" + text + "'");
                }
            }
            return new Connection(text.replace(" ", ""));
        }
    }
}
