package io.muster.simulator.annex;

import io.muster.simulator.SiteMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One question over all its seeds: hand {@link #traffic()} to a job, what it says to {@link #said}, and ask for the outcomes. */
public final class AnnexTrial {
    private final Question question;
    private final List<AnnexSite> sites = new ArrayList<>();
    private final Map<String, JobModel> models = new HashMap<>();
    private final long settleMillis;
    private final double errorMetres;

    /** @param settleMillis what the job waits before it decides: what it says can be read so much later than the time it names */
    public AnnexTrial(Question question, AnnexOptions options, long settleMillis) {
        this.question = question;
        this.settleMillis = settleMillis;
        this.errorMetres = options.errorMetres();
        for (int number = 0; number < options.seeds(); number++) {
            sites.add(new AnnexSite(question, options, number));
            models.put(AnnexTraffic.siteName(number), new JobModel());
        }
    }

    /** All fixes of all seeds, sorted by emission; the plans first. */
    public Iterable<SiteMessage> traffic() {
        return new AnnexTraffic(sites, errorMetres);
    }

    /**
     * Takes a record of an output topic; others than those that matter are let go.
     *
     * @param timeMillis ordering time of the record, epoch
     */
    public void said(String site, String topic, byte[] value, long timeMillis) {
        JobModel model = models.get(site);
        if (model != null) {
            model.accept(topic, value, timeMillis + settleMillis - AnnexTraffic.START_MILLIS);
        }
    }

    /** Of the job first, then of the naive models. */
    public List<Outcome> outcomes() {
        List<Outcome> job = new ArrayList<>();
        for (int number = 0; number < sites.size(); number++) {
            JobModel model = models.get(AnnexTraffic.siteName(number));
            if (model != null) {
                job.add(Judge.of(sites.get(number).layout(), "muster", model::at));
            }
        }
        List<Outcome> all = new ArrayList<>();
        all.add(Outcome.sum(question, "muster", job));
        for (NaiveModel naive : List.of(NaiveModel.raw(), NaiveModel.runningMean())) {
            all.add(Outcome.sum(
                    question, naive.name(), sites.stream().map(naive::judge).toList()));
        }
        return all;
    }
}
