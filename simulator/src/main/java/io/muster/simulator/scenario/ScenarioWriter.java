package io.muster.simulator.scenario;

import io.muster.simulator.movement.Place;
import io.muster.simulator.radio.ChannelOptions;
import io.muster.simulator.radio.Excursion;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.Ranging;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a scenario as a file that reads back to an equal one (lines aside). All moments are times after the start; every value is written, defaults too. */
public final class ScenarioWriter {
    /** What YAML takes for a text without quotes. Numbers and words that mean something else are quoted. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_#-]*");

    private static final List<String> MEANINGFUL = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();

    private ScenarioWriter() {}

    /** The file. */
    public static String write(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter();
        writer.head(scenario);
        writer.people(scenario);
        writer.happenings(scenario);
        return writer.text.toString();
    }

    private void head(Scenario scenario) {
        line("name", quoted(scenario.name()));
        if (!scenario.title().isEmpty()) {
            line("title", quoted(scenario.title()));
        }
        line("plan", quoted(scenario.plan()));
        String paths = scenario.paths();
        if (paths != null) {
            line("paths", quoted(paths));
        }
        line("start", scenario.start().toString());
        line("duration", Quantity.ofMillis(scenario.durationMillis()));
        line("people", Integer.toString(scenario.people()));
        line("seed", Long.toString(scenario.seed()));
    }

    private void people(Scenario scenario) {
        if (!scenario.shifts().isEmpty()) {
            text.append("\nshifts:\n");
            for (Shift shift : scenario.shifts()) {
                text.append("  ")
                        .append(shift.id())
                        .append(": ")
                        .append(new Flow().moment("from", shift.fromMillis()).moment("until", shift.untilMillis()))
                        .append('\n');
            }
        }
        text.append("\ncrews:\n");
        scenario.crews().forEach(crew -> item(crew(crew)));
    }

    private void happenings(Scenario scenario) {
        if (!scenario.events().isEmpty()) {
            text.append("\nevents:\n");
            scenario.events().forEach(event -> item(event(event)));
        }
        text.append("\nradio:\n");
        text.append("  uwb: ").append(ranging(scenario.radio().uwb())).append('\n');
        text.append("  ble: ").append(ranging(scenario.radio().ble())).append('\n');
        text.append("  channel: ").append(channel(scenario.radio().channel())).append('\n');
        if (!scenario.faults().isEmpty()) {
            text.append("\nfaults:\n");
            scenario.faults().forEach(fault -> item(fault(fault)));
        }
    }

    private static Flow crew(Crew crew) {
        Double share = crew.share();
        Crew.Meeting talk = crew.talk();
        Crew.Meal lunch = crew.lunch();
        Crew.Permit permit = crew.permit();
        Flow flow = new Flow().text("id", crew.id()).text("role", crew.role().wire());
        flow.raw("size", crew.size() == null ? null : crew.size().toString());
        flow.raw("share", share == null ? null : Quantity.ofNumber(share));
        flow.texts("members", crew.members()).text("shift", crew.shift()).text("department", crew.department());
        flow.text("person_type", crew.personType()).text("post", crew.post()).text("base", crew.base());
        if (!crew.work().isEmpty()) {
            flow.texts("work", crew.work()).raw("workers", Integer.toString(crew.workers()));
        }
        if (!crew.rounds().isEmpty()) {
            flow.texts("rounds", crew.rounds()).moment("round_every", crew.roundEveryMillis());
        }
        flow.text("tags", crew.tags().wire());
        if (talk != null) {
            flow.flow(
                    "talk",
                    new Flow()
                            .text("zone", talk.zone())
                            .moment("at", talk.atMillis())
                            .moment("for", talk.forMillis()));
        }
        if (lunch != null) {
            flow.flow(
                    "lunch",
                    new Flow()
                            .text("zone", lunch.zone())
                            .moment("from", lunch.fromMillis())
                            .moment("until", lunch.untilMillis())
                            .moment("for", lunch.forMillis()));
        }
        if (permit != null) {
            flow.flow(
                    "permit",
                    new Flow()
                            .text("id", permit.id())
                            .text("type", permit.type())
                            .text("zone", permit.zone())
                            .moment("from", permit.fromMillis())
                            .moment("until", permit.untilMillis())
                            .text("approver", permit.approver()));
        }
        return flow.text("host", crew.host());
    }

    private static Flow event(Event event) {
        Flow flow = new Flow().text("kind", event.kind().wire()).moment("at", event.atMillis());
        Long every = event.everyMillis();
        if (every != null) {
            flow.moment("every", every);
        }
        flow.text("zone", event.zone());
        Place place = event.place();
        if (place != null) {
            flow.flow(
                    "place",
                    new Flow()
                            .raw("x", Quantity.ofMetres(place.x()))
                            .raw("y", Quantity.ofMetres(place.y()))
                            .raw("floor", Integer.toString(place.floor())));
        }
        flow.text("crew", event.crew()).texts("who", event.who());
        flow.raw("size", event.size() == 0 ? null : Integer.toString(event.size()));
        if (!event.steps().isEmpty()) {
            flow.raw(
                    "steps",
                    event.steps().stream()
                            .map(step -> new Flow()
                                    .raw("size", Integer.toString(step.size()))
                                    .moment("after", step.afterMillis())
                                    .toString())
                            .toList()
                            .toString());
        }
        if (event.forMillis() > 0) {
            flow.moment("for", event.forMillis());
        }
        flow.text("permit", event.permit()).texts("muster", event.muster());
        flow.raw("missing", event.missing() == 0 ? null : Integer.toString(event.missing()));
        flow.raw("drill", event.drill() ? "true" : null);
        return flow.text("gas", event.gas()).text("gate", event.gate());
    }

    private static Flow ranging(Ranging ranging) {
        Flow flow = new Flow()
                .moment("period", ranging.periodMillis())
                .raw("sigma", Quantity.ofMetres(ranging.sigmaMetres()))
                .raw("correlation", Quantity.ofNumber(ranging.correlation()))
                .raw("accuracy", Quantity.ofMetres(ranging.accuracyMetres()))
                .raw("bias", Quantity.ofMetres(ranging.biasMetres()));
        excursion(flow, "non_line_of_sight", ranging.nonLineOfSight(), true);
        excursion(flow, "mirror", ranging.mirror(), true);
        excursion(flow, "floor_flip", ranging.floorFlip(), false);
        return flow;
    }

    private static void excursion(Flow flow, String key, Excursion excursion, boolean hasMetres) {
        if (!excursion.equals(Excursion.NONE)) {
            Flow each = new Flow().raw("rate", Quantity.ofPerHour(excursion.perHour()));
            each.raw("metres", hasMetres ? Quantity.ofMetres(excursion.metres()) : null);
            flow.flow(key, each.moment("for", excursion.forMillis()));
        }
    }

    private static Flow channel(ChannelOptions channel) {
        return new Flow()
                .raw(
                        "delay",
                        "[" + Quantity.ofMillis(channel.minDelayMillis()) + ", "
                                + Quantity.ofMillis(channel.maxDelayMillis()) + "]")
                .raw("loss", Quantity.ofShare(channel.loss()))
                .raw("duplicates", Quantity.ofShare(channel.duplicates()))
                .raw("disorder", Quantity.ofShare(channel.disorder()))
                .moment("disorder_up_to", channel.disorderMillis());
    }

    private static Flow fault(Fault fault) {
        Flow flow = new Flow().text("kind", fault.kind().wire());
        if (fault.atMillis() > 0 || needs(fault, "at")) {
            flow.moment("at", fault.atMillis());
        }
        Long length = fault.forMillis();
        if (length != null) {
            flow.moment("for", length);
        }
        flow.text("vendor", fault.vendor()).text("zone", fault.zone()).texts("who", fault.who());
        flow.raw("loss", fault.kind() == FaultKind.BLIND_SPOT ? Quantity.ofShare(fault.loss()) : null);
        if (fault.offsetMillis() != 0 || needs(fault, "offset")) {
            flow.moment("offset", fault.offsetMillis());
        }
        boolean drifts = fault.driftPpm() != 0 || needs(fault, "drift_ppm");
        return flow.raw("drift_ppm", drifts ? Quantity.ofPpm(fault.driftPpm()) : null);
    }

    private static boolean needs(Fault fault, String key) {
        return ScenarioKeys.FAULT_NEEDS.getOrDefault(fault.kind(), Set.of()).contains(key);
    }

    private void line(String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private void item(Flow flow) {
        text.append("  - ").append(flow).append('\n');
    }

    static String quoted(String value) {
        if (PLAIN.matcher(value).matches() && !MEANINGFUL.contains(value)) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').appendCodePoint(each);
            } else if (Character.isISOControl(each)
                    || Character.getType(each) == Character.FORMAT
                    || Character.getType(each) == Character.LINE_SEPARATOR
                    || Character.getType(each) == Character.PARAGRAPH_SEPARATOR
                    || Character.getType(each) == Character.UNASSIGNED
                    || Character.getType(each) == Character.PRIVATE_USE) {
                quoted.append(String.format(each > 0xFFFF ? "\\U%08X" : "\\u%04X", each));
            } else {
                quoted.appendCodePoint(each);
            }
        });
        return quoted.append('"').toString();
    }

    /** Keys and values in braces; what is null or empty is left out. */
    private static final class Flow {
        private final StringBuilder inside = new StringBuilder();

        Flow raw(String key, @Nullable String value) {
            if (value != null) {
                inside.append(inside.length() == 0 ? "" : ", ")
                        .append(key)
                        .append(": ")
                        .append(value);
            }
            return this;
        }

        Flow text(String key, @Nullable String value) {
            return raw(key, value == null ? null : quoted(value));
        }

        Flow texts(String key, List<String> values) {
            return raw(
                    key,
                    values.isEmpty()
                            ? null
                            : values.stream()
                                    .map(ScenarioWriter::quoted)
                                    .toList()
                                    .toString());
        }

        Flow moment(String key, long millis) {
            return raw(key, Quantity.ofMillis(millis));
        }

        Flow flow(String key, Flow value) {
            return raw(key, value.toString());
        }

        @Override
        public String toString() {
            return "{" + inside + "}";
        }
    }
}
