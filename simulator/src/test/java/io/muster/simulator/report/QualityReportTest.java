package io.muster.simulator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.truth.GatePass.Direction;
import io.muster.simulator.truth.Truth;
import io.muster.simulator.verify.HeadCounts;
import io.muster.simulator.verify.Judge;
import io.muster.simulator.verify.Judgement;
import io.muster.simulator.verify.PromiseReader;
import io.muster.simulator.verify.Told;
import io.muster.simulator.verify.VerifyOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityReportTest {
    private static final String EVIL = "<script>alert('1')</script>\" onload=\"x\u0000";

    @Test
    void thePageTellsWhatWasFoundAndWhatNot() {
        String page = page(judgement());
        assertTrue(page.contains("不合格 FAILED"));
        assertTrue(page.contains(">missed<"));
        assertTrue(page.contains("invented (unexpected)"));
        assertTrue(page.contains("2#装置 Tanks"));
        assertTrue(page.contains("ANSI/ISA-18.2-2016"));
        assertTrue(page.contains("4711"));
    }

    @Test
    void thePageNeedsNothingButItself() {
        String page = page(judgement());
        String withoutNames = page.replace("http://www.w3.org/2000/svg", "");
        for (String foreign : List.of("http:", "https:", "<script", "<link", "<img", "url(", "@import")) {
            assertFalse(withoutNames.contains(foreign), foreign);
        }
    }

    @Test
    void whatComesFromAFileIsText() {
        String page = page(judgement());
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("onload=\"x"));
        assertTrue(page.contains("&lt;script&gt;alert(&#39;1&#39;)"));
        assertFalse(page.contains("\u0000"));
    }

    @Test
    void everyTagIsClosed() {
        String page = page(judgement());
        for (String tag : List.of("table", "tr", "td", "svg", "text", "h2", "h3", "p", "dl", "dd", "title")) {
            assertEquals(page.split("<" + tag + "[ >]", -1).length, page.split("</" + tag + ">", -1).length, tag);
        }
        assertFalse(page.contains("NaN"), "a number that is none");
        assertFalse(page.contains("Infinity"));
    }

    @Test
    void theSameJudgementIsTheSamePage() {
        assertEquals(page(judgement()), page(judgement()));
    }

    @Test
    void aRunWithoutAnythingIsAPageToo() {
        Judgement nothing = Judge.judge(
                Truth.of(List.of()),
                new Judge.JobOutput(List.of(), new HeadCounts()),
                new Judge.Options(VerifyOptions.files(), PromiseReader.shipped(), Set.of(), 1));
        String page = page(nothing);
        assertTrue(page.contains("truths_checked is 0 truths"));
        assertFalse(page.contains("NaN"));
    }

    private static String page(Judgement judgement) {
        return QualityReport.html(
                new ReportHead(EVIL, 4711L, "aq3064", "2 cores", "abc", "docs/promise.yaml", Instant.EPOCH), judgement);
    }

    private static Judgement judgement() {
        HeadCounts counts = new HeadCounts();
        counts.add("tanks", Told.at(0).toEpochMilli(), 0, 0, "2#装置 Tanks");
        counts.add("tanks", Told.at(90).toEpochMilli(), 7, 0, "2#装置 Tanks");
        counts.add("tanks", Told.at(600).toEpochMilli(), 7, 0, "2#装置 Tanks");
        List<Alarm> alarms = new ArrayList<>();
        alarms.addAll(Told.alarm("one", AlarmKind.OVER_CAPACITY, "tanks", 11, 70));
        alarms.addAll(Told.alarm("two", AlarmKind.OVER_CAPACITY, EVIL, 200, 260));
        return Judge.judge(
                new Truth(
                        List.of(
                                Told.tooMany("tanks", 10, 70),
                                Told.tooMany("yard", 100, 170),
                                Told.tooMany(EVIL, 400, 410)),
                        List.of(Told.inside("tanks", "a", 0, -1), Told.onTheEdge("tanks", "b", 10, 500)),
                        List.of(Told.pass("tanks", "a", 30, Direction.IN, true))),
                new Judge.JobOutput(alarms, counts),
                new Judge.Options(VerifyOptions.files(), PromiseReader.shipped(), Set.of(), 1));
    }
}
