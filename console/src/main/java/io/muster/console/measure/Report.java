package io.muster.console.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, for people and for scripts. */
final class Report {
    private static final String NOT_ASKED = "-";

    static String table(List<Measured> measured) {
        StringBuilder text = new StringBuilder();
        line(text, "kind (rows)", "asked", "average", "p95", "peak", "ours", "row", "");
        for (Measured each : measured) {
            Promise promise = each.promise();
            line(
                    text,
                    promise.title() + " (" + promise.row() + ")",
                    Long.toString(each.all().count()),
                    seconds(each.all().average()),
                    seconds(each.all().p95()),
                    seconds(each.all().peak()),
                    limits(promise.average(), promise.peak()),
                    limits(promise.rowAverage(), promise.rowPeak()),
                    (each.pass() ? "PASS" : "FAIL") + (each.passRow() ? "" : ", row FAIL"));
            for (Measured.Each one : each.each()) {
                line(
                        text,
                        "  " + one.name(),
                        Long.toString(one.times().count()),
                        asked(one) ? seconds(one.times().average()) : NOT_ASKED,
                        asked(one) ? seconds(one.times().p95()) : NOT_ASKED,
                        asked(one) ? seconds(one.times().peak()) : NOT_ASKED,
                        "",
                        "",
                        "");
            }
        }
        return text.toString();
    }

    /** In a very short run nobody may have come to a question. */
    private static boolean asked(Measured.Each one) {
        return one.times().count() > 0;
    }

    private static void line(StringBuilder text, String first, String... rest) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-58s", first));
        int[] widths = {7, 9, 9, 9, 20, 20, 16};
        for (int i = 0; i < rest.length; i++) {
            line.append(String.format(Locale.ROOT, "%" + widths[i] + "s", rest[i]));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }

    private static String limits(double average, double peak) {
        StringBuilder text = new StringBuilder();
        if (Double.isFinite(average)) {
            text.append("avg ").append(plain(average));
        }
        if (Double.isFinite(peak)) {
            text.append(text.length() > 0 ? ", " : "").append("peak ").append(plain(peak));
        }
        return text.toString();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** One object on one line. */
    static String json(long seed, List<Measured> measured, Map<String, Integer> faults, Fill.Filled filled) {
        ObjectNode object = Json.object();
        object.put("command", "console measure");
        object.put("revision", System.getProperty("muster.revision", "unknown"));
        object.put("machine", Machine.described());
        object.put("seed", seed);
        ArrayNode figures = object.putArray("figures");
        figure(
                figures,
                "positions in the database",
                (double) filled.positions(),
                "rows",
                Double.NaN,
                true,
                filled.days() + " days, " + filled.bytes() + " bytes");
        for (Measured each : measured) {
            Promise promise = each.promise();
            String detail = each.all().count() + " answers; rows " + promise.row();
            if (Double.isFinite(promise.average())) {
                figure(
                        figures,
                        promise.title() + " average",
                        each.all().average(),
                        "s",
                        promise.average(),
                        each.all().count() > 0 && each.all().average() <= promise.average(),
                        detail);
            }
            figure(figures, promise.title() + " p95", each.all().p95(), "s", Double.NaN, true, detail);
            figure(
                    figures,
                    promise.title() + " peak",
                    each.all().peak(),
                    "s",
                    promise.peak(),
                    each.all().count() > 0 && each.all().peak() <= promise.peak(),
                    detail);
        }
        int lost = faults.values().stream().mapToInt(Integer::intValue).sum();
        figure(
                figures,
                "questions without their answer",
                lost,
                "questions",
                0,
                lost == 0,
                String.join("; ", faults.keySet()));
        return object.toString();
    }

    private static void figure(
            ArrayNode figures, String name, double value, String unit, double target, boolean pass, String detail) {
        ObjectNode figure = figures.addObject();
        figure.put("name", name);
        figure.put("value", value);
        figure.put("unit", unit);
        if (Double.isFinite(target)) {
            figure.put("target", target);
        } else {
            figure.putNull("target");
        }
        figure.put("pass", pass);
        figure.put("detail", detail);
    }

    private Report() {}
}
