package io.muster.simulator.report;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.verify.Check;
import io.muster.simulator.verify.HeadCountResult;
import io.muster.simulator.verify.HeadCountResult.FenceRow;
import io.muster.simulator.verify.HeadCountResult.Production;
import io.muster.simulator.verify.Judgement;
import io.muster.simulator.verify.Outcome;
import io.muster.simulator.verify.Promise;
import io.muster.simulator.verify.Share;
import io.muster.simulator.verify.ShiftRates;
import io.muster.simulator.verify.VerifyReport.KindRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A judgement as one page that a tester sends to a plant. */
public final class QualityReport {
    private static final int MOST_FENCES = 12;
    private static final int MOST_WRONG = 500;
    private static final int SHORT_ID = 8;

    private static final String STYLE = """
            :root{color-scheme:light}
            body{font:14px/1.5 "Noto Sans","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif;color:#1c2328;background:#fff;max-width:1120px;margin:24px auto;padding:0 20px}
            h1{font-size:24px;margin:0 0 4px} h2{font-size:18px;margin:30px 0 8px;border-bottom:2px solid #e3e7ea;padding-bottom:3px} h3{font-size:15px;margin:16px 0 4px}
            table{border-collapse:collapse;margin:8px 0;width:100%;font-variant-numeric:tabular-nums} th,td{text-align:left;padding:3px 8px;border-bottom:1px solid #e3e7ea;vertical-align:top;overflow-wrap:anywhere}
            th{background:#f4f6f7;font-weight:600} .n{text-align:right} .n,.t{white-space:nowrap} .bad{color:#c62828;font-weight:600} .good{color:#2e7d32;font-weight:600}
            .note{color:#5b6770;font-size:12.5px;margin:4px 0} .verdict{font-size:17px;font-weight:600;padding:8px 14px;border-left:6px solid;margin:14px 0}
            .verdict.good{background:#eef6ef} .verdict.bad{background:#fdeeee} svg{width:100%;height:auto;display:block;margin:6px 0;font:12px "Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:8px 0} dt{color:#5b6770} dd{margin:0;overflow-wrap:anywhere}
            @media print{body{margin:0;max-width:none;font-size:11px} h2{break-after:avoid} tr,svg{break-inside:avoid} @page{size:A4;margin:14mm}}
            """;

    private final ReportHead head;
    private final Judgement judgement;
    private final Html page = new Html();

    private QualityReport(ReportHead head, Judgement judgement) {
        this.head = head;
        this.judgement = judgement;
    }

    /** The whole page. The same arguments give the same text. */
    public static String html(ReportHead head, Judgement judgement) {
        return new QualityReport(head, judgement).html();
    }

    private String html() {
        page.raw("<!DOCTYPE html>").raw("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.raw("<title>Alarm quality report</title><style>").raw(STYLE).raw("</style></head><body>");
        page.heading(1, "报警质量报告", "Alarm quality report");
        header();
        verdict();
        kinds();
        delays();
        page.heading(2, "报警时间线", "Alarms over time");
        page.raw(TimelinePlot.of(judgement).toString());
        page.note("Above: what really happened. Below: the alarms. Times are UTC.");
        headCounts();
        shifts();
        wrong();
        figures();
        page.raw("</body></html>");
        return page.toString();
    }

    private void header() {
        page.raw("<dl>");
        entry("回放内容 Held together", head.what());
        entry("时间 Covers", time(judgement.fromMillis()) + " to " + time(judgement.toMillis()) + " UTC");
        entry("种子 Seed", head.seed() == null ? "not told" : String.valueOf(head.seed()));
        entry("配置 Profile", head.profile() == null ? "not told" : head.profile());
        entry("承诺 Promise", head.promise());
        entry("版本 Revision", head.revision());
        entry("机器 Machine", head.machine());
        entry("日期 Written", head.at().truncatedTo(ChronoUnit.SECONDS).toString());
        page.raw("</dl>");
    }

    private void entry(String name, String value) {
        page.raw("<dt>" + Html.escape(name) + "</dt><dd>" + Html.escape(value) + "</dd>");
    }

    private void verdict() {
        if (judgement.passed()) {
            page.raw("<p class=\"verdict good\">合格 PASSED: every promise was kept.</p>");
            return;
        }
        String broken = judgement.checks().stream()
                .filter(Check::isMissed)
                .map(check -> check.name() + " is " + amount(check.value(), check.unit()) + ", promised "
                        + amount(check.target(), check.unit()))
                .collect(Collectors.joining("; "));
        page.raw("<p class=\"verdict bad\">不合格 FAILED: " + Html.escape(broken) + ".</p>");
    }

    private void kinds() {
        page.heading(2, "各类报警", "Alarms by kind");
        page.openTable(
                "kind",
                ">truths",
                ">recall",
                ">95 % bounds",
                ">at least",
                ">precision",
                ">95 % bounds",
                ">at least",
                ">delay p50",
                ">p99",
                ">max",
                ">p99 at most",
                "");
        for (KindRow row : judgement.report().kinds()) {
            Promise.OfKind promise = judgement.promise().held(row.kind());
            boolean pairs = row.found() > 0;
            page.row(
                    row.kind().wire().replace('_', ' '),
                    ">" + row.truths(),
                    ">" + Share.percent(row.recall().value()),
                    ">" + bounds(row.recall()),
                    ">" + (promise != null ? Share.percent(promise.recall()) : ""),
                    ">" + Share.percent(row.precision().value()),
                    ">" + bounds(row.precision()),
                    ">" + (promise != null ? Share.percent(promise.precision()) : ""),
                    ">" + (pairs ? seconds(row.delayP50Millis()) : ""),
                    ">" + (pairs ? seconds(row.delayP99Millis()) : ""),
                    ">" + (pairs ? seconds(row.delayMaxMillis()) : ""),
                    ">" + (promise != null ? seconds(promise.delayP99Millis()) : ""),
                    promise == null ? "not raised yet" : isBroken(row.kind()) ? "!broken" : "+kept");
        }
        page.closeTable();
        page.note(
                "Recall: truths with an alarm. Precision: alarms with a truth; what nobody could call is tolerated and counts neither way. Bounds: Wilson score interval, 95 %, "
                        + "two-sided. Delay: from the moment at which the alarm is asked for (the onset of the truth, and how long it must have lasted) to the alarm readable. Kinds that are not raised yet are told, not held against the run.");
    }

    private boolean isBroken(AlarmKind kind) {
        return judgement.checks().stream()
                .anyMatch(check -> check.isMissed() && check.name().endsWith("." + kind.wire()));
    }

    private void delays() {
        page.heading(2, "报警延时", "Delays");
        boolean any = false;
        for (KindRow row : judgement.report().kinds()) {
            List<Outcome> pairs = judgement.outcomes().stream()
                    .filter(outcome ->
                            outcome.kind() == row.kind() && outcome.verdict().isPair())
                    .toList();
            if (!pairs.isEmpty()) {
                any = true;
                Promise.OfKind promise = judgement.promise().of(row.kind());
                page.raw("<h3>" + Html.escape(row.kind().wire().replace('_', ' ')) + ": " + count(pairs.size(), "alarm")
                        + "</h3>");
                page.raw(DelayPlot.of(row.kind(), pairs, promise == null ? -1 : promise.delayP99Millis())
                        .toString());
            }
        }
        if (!any) {
            page.note("No truth has an alarm.");
        }
    }

    private void headCounts() {
        page.heading(2, "人数核对", "Head count against truth and gates");
        HeadCountResult heads = judgement.headCounts();
        Production production = heads.production();
        if (production == null || production.looks().isEmpty()) {
            page.note("Not looked at: there are no head counts beside the alarms, or this truth has no presences.");
            return;
        }
        page.raw(
                "<h3>" + Html.escape(production.name().isEmpty() ? production.fenceId() : production.name()) + "</h3>");
        page.raw(HeadCountPlot.of(production).toString());
        page.paragraph("Gates: " + count(production.passes(), "real pass") + ", " + production.recordedPasses()
                + " recorded. All fences: " + heads.right().text() + " of looks right, worst difference "
                + heads.worst() + " people.");
        List<FenceRow> worst = heads.fences().stream()
                .filter(row -> row.worst() > 0)
                .limit(MOST_FENCES)
                .toList();
        if (!worst.isEmpty()) {
            page.openTable("fences with wrong counts", ">looks right", ">95 % bounds", ">worst, people", "at");
            worst.forEach(row -> page.row(
                    row.name().isEmpty() ? row.fenceId() : row.name(),
                    ">" + Share.percent(row.right().value()),
                    ">" + row.right().boundsText(),
                    ">" + row.worst(),
                    time(row.worstAtMillis())));
            page.closeTable();
        }
        page.note("Looked at every " + heads.everyMillis() / 1_000
                + " s. A count (confirmed and stale people) is right if it is the true number of some moment of the last "
                + heads.lagMillis() / 1_000
                + " s; people so near to an outline that no radio can say count either way.");
    }

    private void shifts() {
        page.heading(2, "报警系统性能", "An operator's load");
        for (int i = 0; i < judgement.shifts().size(); i++) {
            ShiftRates rates = judgement.shifts().get(i);
            page.raw("<h3>" + "Shift " + (i + 1) + ": " + time(rates.fromMillis()) + " to " + time(rates.toMillis())
                    + " UTC, " + count(rates.alarms(), "alarm") + ", " + rates.open() + " open at the end, "
                    + count(rates.operators(), "operator position") + "</h3>");
            page.openTable("metric", ">measured", "recommended", "");
            rates.rows()
                    .forEach(row ->
                            page.row(row.metric(), ">" + row.value(), row.target(), row.within() ? "" : "!outside"));
            page.closeTable();
            if (!rates.top().isEmpty()) {
                page.note("Most frequent: "
                        + rates.top().stream()
                                .limit(5)
                                .map(each -> each.kind().replace('_', ' ') + " "
                                        + judgement.fenceNames().getOrDefault(each.subject(), shortId(each.subject()))
                                        + " (" + each.alarms() + ")")
                                .collect(Collectors.joining(", ")));
            }
        }
        page.note("Recommended: " + ShiftRates.SOURCE
                + ". Told, not held against the run; a simulated shift has more happenings than a plant.");
    }

    private void wrong() {
        page.heading(2, "漏报与误报", "Everything missed, invented, late or early");
        List<Outcome> wrong = judgement.wrong();
        if (wrong.isEmpty()) {
            page.note("Nothing.");
            return;
        }
        page.openTable("time (UTC)", "what", "kind", "about", ">by", "people");
        wrong.stream()
                .limit(MOST_WRONG)
                .forEach(outcome -> page.row(
                        "=" + outcome.at().toString().replace('T', ' ').replace("Z", ""),
                        "!" + outcome.verdict().word(),
                        outcome.kind().wire().replace('_', ' '),
                        judgement
                                .fenceNames()
                                .getOrDefault(
                                        outcome.subject().id(),
                                        outcome.subject().id()),
                        ">" + (outcome.offMillis() == 0 ? "" : seconds(outcome.offMillis())),
                        outcome.people().stream().map(QualityReport::shortId).collect(Collectors.joining(" "))));
        page.closeTable();
        if (wrong.size() > MOST_WRONG) {
            page.note("… and " + (wrong.size() - MOST_WRONG) + " more.");
        }
        page.note("People by the first eight characters of their ids.");
    }

    private void figures() {
        page.heading(2, "全部数据", "All figures");
        page.openTable("figure", ">value", ">target", "", "detail");
        for (Check check : judgement.checks()) {
            page.row(
                    check.name(),
                    ">" + amount(check.value(), check.unit()),
                    ">" + amount(check.target(), check.unit()),
                    check.pass() == null ? "" : check.isMissed() ? "!broken" : "+kept",
                    check.detail());
        }
        page.closeTable();
    }

    private static String bounds(Share share) {
        return share.of() == 0 ? "" : share.boundsText();
    }

    private static String amount(@Nullable Double value, String unit) {
        return value == null ? "" : Axis.number(value) + " " + unit;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : what.endsWith("s") ? "es" : "s");
    }

    private static String shortId(String id) {
        return id.length() > SHORT_ID ? id.substring(0, SHORT_ID) : id;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }
}
