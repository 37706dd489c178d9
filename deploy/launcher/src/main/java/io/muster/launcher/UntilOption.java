package io.muster.launcher;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Until when something stands: for so long, or until a time. */
final class UntilOption {
    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private One one;

    static final class One {
        @Option(
                names = "--for",
                paramLabel = "D",
                converter = DurationConverter.class,
                description = "For so long from now, such as 30m or 8h.")
        private @Nullable Duration span;

        @Option(
                names = "--until",
                paramLabel = "TIME",
                converter = TimeConverter.class,
                description = "Until a time with its offset, such as 2026-07-01T18:00:00+08:00.")
        private @Nullable Instant until;
    }

    Instant until() {
        Instant until = one.until;
        return until != null ? until : Instant.now().plus(one.span == null ? Duration.ZERO : one.span);
    }

    static final class TimeConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "expected a time with its offset such as 2026-07-01T18:00:00+08:00, was '" + text + "'");
            }
        }
    }
}
