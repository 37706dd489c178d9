package io.muster.launcher;

import io.muster.contract.value.AlarmKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --kinds over_capacity,gathering}: none = all. */
final class KindsOption {
    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            converter = Converter.class,
            description = "Only these kinds of alarms, with commas, such as over_capacity,gathering. Default: all.")
    List<String> kinds = new ArrayList<>();

    static final class Converter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            List<String> known = Arrays.stream(AlarmKind.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
            if (!known.contains(text)) {
                throw new TypeConversionException(
                        "no kind of alarm is called '" + text + "'; there are " + String.join(", ", known));
            }
            return text;
        }
    }
}
