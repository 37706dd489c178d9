package io.muster.launcher;

import io.muster.contract.topic.SiteId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --site S}, required. */
final class SiteOption {
    @Option(
            names = "--site",
            required = true,
            paramLabel = "SITE",
            converter = Converter.class,
            description = "The plant: a lower-case letter, then up to 31 letters, digits and dashes.")
    @SuppressWarnings("NullAway.Init")
    String site;

    static final class Converter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                return SiteId.check(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Also a replayed one. */
    static final class Any implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!SiteId.wellFormed(text)) {
                throw new TypeConversionException("a site is named by [a-z][a-z0-9-]{0,31}, was '" + text + "'");
            }
            return text;
        }
    }
}
