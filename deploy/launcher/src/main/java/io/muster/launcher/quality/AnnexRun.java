package io.muster.launcher.quality;

import io.muster.simulator.annex.AnnexOptions;
import io.muster.simulator.annex.AnnexTrial;
import io.muster.simulator.annex.Outcome;
import io.muster.simulator.annex.Question;
import io.muster.stream.config.JobConfig;
import io.muster.stream.replay.InProcessReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Every question of Annex A through the job, all seeds of one at once. */
public final class AnnexRun {
    private static final int PARALLELISM = 2;

    private AnnexRun() {}

    /**
     * @param begins told which question is put next, and how many have been answered
     * @return for each question in order: the job's outcome, then those of the naive models
     */
    public static List<Outcome> run(AnnexOptions options, JobConfig config, ObjIntConsumer<Question> begins) {
        List<Outcome> outcomes = new ArrayList<>();
        int answered = 0;
        for (Question question : Question.values()) {
            begins.accept(question, answered++);
            AnnexTrial trial = new AnnexTrial(question, options, config.settleMillis());
            InProcessReplay.run(new SiteFeed(trial.traffic().iterator()), config, PARALLELISM, said -> {
                byte[] value = said.value();
                if (value != null) {
                    trial.said(said.site(), said.topic(), value, said.timeMillis());
                }
            });
            outcomes.addAll(trial.outcomes());
        }
        return outcomes;
    }
}
