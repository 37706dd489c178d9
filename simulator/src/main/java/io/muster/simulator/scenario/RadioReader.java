package io.muster.simulator.scenario;

import io.muster.simulator.radio.ChannelOptions;
import io.muster.simulator.radio.Excursion;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.radio.Ranging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part {@code radio}: what is written there over the defaults of {@link RadioOptions}. */
final class RadioReader {
    /** Of a point with the same normal noise on both axes, 68.27 % lie within 1.515 sigma (the radius r with 1 - exp(-r²/2) = 0.6827). */
    static final double ERROR_TO_SIGMA = 1.515;

    private final Findings findings;

    RadioReader(Findings findings) {
        this.findings = findings;
    }

    RadioOptions read(@Nullable Section radio) {
        RadioOptions defaults = RadioOptions.defaults();
        if (radio == null) {
            return defaults;
        }
        try {
            return new RadioOptions(
                    ranging(radio.section("uwb", ScenarioKeys.RANGING), defaults.uwb()),
                    ranging(radio.section("ble", ScenarioKeys.RANGING), defaults.ble()),
                    channel(radio.section("channel", ScenarioKeys.CHANNEL), defaults.channel()));
        } catch (IllegalArgumentException e) {
            findings.fault(radio.path(), String.valueOf(e.getMessage()));
            return defaults;
        }
    }

    private Ranging ranging(@Nullable Section section, Ranging defaults) {
        if (section == null) {
            return defaults;
        }
        if (section.has("sigma") && section.has("error")) {
            section.fault("error", "either sigma or error (at 68.27 % of fixes), not both");
        }
        double sigma = section.has("error")
                ? section.length("error", 0) / ERROR_TO_SIGMA
                : section.length("sigma", defaults.sigmaMetres());
        Double correlation = section.number("correlation", 0, 1);
        return new Ranging(
                section.duration("period", 1, defaults.periodMillis()),
                sigma,
                correlation == null ? defaults.correlation() : correlation,
                section.length("accuracy", defaults.accuracyMetres()),
                section.length("bias", defaults.biasMetres()),
                excursion(section.section("non_line_of_sight", ScenarioKeys.EXCURSION), true),
                excursion(section.section("mirror", ScenarioKeys.EXCURSION), true),
                excursion(section.section("floor_flip", ScenarioKeys.FLOOR_FLIP), false));
    }

    /** Every key is needed: half an excursion is none. */
    private static Excursion excursion(@Nullable Section section, boolean hasMetres) {
        if (section == null) {
            return Excursion.NONE;
        }
        Double rate = section.perHour("rate");
        if (rate == null) {
            section.missing("rate", "a rate such as 2 /h (of each tag)");
        }
        Double metres = hasMetres ? section.metres("metres") : Double.valueOf(0);
        if (metres == null) {
            section.missing("metres", "a length such as 8 m");
        }
        Long length = section.duration("for", 1);
        if (length == null) {
            section.missing("for", "a mean length such as 5s");
        }
        return rate == null || metres == null || length == null ? Excursion.NONE : new Excursion(rate, metres, length);
    }

    private static ChannelOptions channel(@Nullable Section section, ChannelOptions defaults) {
        if (section == null) {
            return defaults;
        }
        List<Long> delay = delay(section, defaults);
        return new ChannelOptions(
                delay.get(0),
                delay.get(1),
                section.share("loss", defaults.loss()),
                section.share("duplicates", defaults.duplicates()),
                section.share("disorder", defaults.disorder()),
                section.duration("disorder_up_to", 0, defaults.disorderMillis()));
    }

    /** {@code [30 ms, 250 ms]}. */
    private static List<Long> delay(Section section, ChannelOptions defaults) {
        List<Long> given = new ArrayList<>();
        for (String each : section.texts("delay")) {
            Long millis = Quantity.millis(each);
            if (millis != null && millis >= 0) {
                given.add(millis);
            }
        }
        if (section.has("delay") && given.size() != 2) {
            section.fault("delay", "expected the shortest and the longest, such as [30 ms, 250 ms]");
        }
        return given.size() == 2 ? given : List.of(defaults.minDelayMillis(), defaults.maxDelayMillis());
    }
}
