package io.muster.launcher.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.launcher.report.Figure;
import io.muster.simulator.annex.AnnexOptions;
import io.muster.simulator.annex.Outcome;
import io.muster.simulator.annex.Question;
import io.muster.stream.config.JobConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnexRunTest {

    @Test
    void theJobIsNeverWrongAtHalfAMetre() throws Exception {
        List<Question> asked = new ArrayList<>();
        List<Outcome> outcomes = AnnexRun.run(
                new AnnexOptions(0.5, 0.8, 2, 1),
                JobConfig.load("aq3064", null),
                (question, done) -> asked.add(question));
        assertEquals(List.of(Question.values()), asked);
        for (Outcome outcome : outcomes) {
            if (outcome.model().equals("muster")) {
                assertEquals(0, outcome.wrong(), outcome.toString());
                assertTrue(
                        outcome.question() == Question.THREE_COME_AND_GO || outcome.reports() == 242,
                        outcome.toString());
            }
        }
        List<Figure> figures = AnnexFigures.figures(outcomes);
        Figure warning = figures.stream()
                .filter(each -> each.name().equals("walking.warning_p95"))
                .findFirst()
                .orElseThrow();
        assertEquals(true, warning.pass(), warning.toString());
        assertTrue(figures.stream().noneMatch(Figure::isMissed), figures.toString());
        assertTrue(AnnexFigures.shares(outcomes).toString().contains("A.5 over-capacity, miss"));
    }
}
