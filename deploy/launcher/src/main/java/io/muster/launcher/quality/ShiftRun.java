package io.muster.launcher.quality;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.Site;
import io.muster.simulator.SiteMessage;
import io.muster.simulator.SitesTraffic;
import io.muster.simulator.annex.NaiveShift;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.Scenarios;
import io.muster.simulator.verify.Verifier;
import io.muster.simulator.verify.VerifyOptions;
import io.muster.simulator.verify.VerifyReport;
import io.muster.stream.config.JobConfig;
import io.muster.stream.replay.InProcessReplay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** A labelled shift for several seeds, each a site of its own, through one job and the naive ones, held against the truth. */
public final class ShiftRun {
    private static final int PARALLELISM = 2;
    private static final long BEFORE_MILLIS = 5_000;
    private static final long TELL_EACH = 1 << 12;

    /**
     * What one model came to.
     *
     * @param reports one a seed
     */
    public record Result(String model, List<VerifyReport> reports) {
        public Result {
            reports = List.copyOf(reports);
        }
    }

    private ShiftRun() {}

    /**
     * The job first, then the naive models.
     *
     * @param reached told now and then how much of the shift has been sent, ms
     * @throws ScenarioFaults if the scenario cannot be played
     */
    public static List<Result> run(
            Scenarios.Opened scenario, long firstSeed, int seeds, JobConfig config, LongConsumer reached)
            throws ScenarioFaults {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            sites.add(Site.of(
                    scenario, "shift-" + i, firstSeed + i, scenario.scenario().people()));
        }
        long start = scenario.scenario().start().toInstant().toEpochMilli();
        long duration = scenario.scenario().durationMillis();
        Map<String, List<NaiveShift>> naive = new HashMap<>();
        Map<String, List<Alarm>> job = new HashMap<>();
        for (Site site : sites) {
            naive.put(
                    site.id(),
                    List.of(
                            NaiveShift.raw(site.plan(), site.people()),
                            NaiveShift.runningMean(site.plan(), site.people())));
            job.put(site.id(), new ArrayList<>());
        }
        Iterator<SiteMessage> feed = heard(feed(sites, start, duration), naive, at -> reached.accept(at - start));
        InProcessReplay.run(new SiteFeed(feed), config, PARALLELISM, Set.of(TopicKind.ALARMS), said -> {
            byte[] value = said.value();
            List<Alarm> ofSite = job.get(said.site());
            if (value != null && ofSite != null && said.topic().equals(TopicKind.ALARMS.wire())) {
                ofSite.add(alarm(value));
            }
        });
        List<List<VerifyReport>> reports = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        VerifyOptions usual = VerifyOptions.files();
        VerifyOptions ofJob = new VerifyOptions(
                config.settleMillis(), Map.of(), usual.allowanceMillis(), usual.earlyMillis(), usual.slackMillis());
        VerifyOptions ofNaive =
                new VerifyOptions(0, Map.of(), usual.allowanceMillis(), usual.earlyMillis(), usual.slackMillis());
        for (Site site : sites) {
            List<TruthLine> truths = site.truth().truth(duration, start).alarms();
            reports.get(0).add(Verifier.verify(truths, job.getOrDefault(site.id(), List.of()), ofJob));
            List<NaiveShift> others = naive.getOrDefault(site.id(), List.of());
            for (int i = 0; i < others.size(); i++) {
                reports.get(i + 1).add(Verifier.verify(truths, others.get(i).alarms(), ofNaive));
            }
        }
        List<NaiveShift> first = naive.getOrDefault(sites.get(0).id(), List.of());
        return List.of(
                new Result("muster", reports.get(0)),
                new Result(first.get(0).name(), reports.get(1)),
                new Result(first.get(1).name(), reports.get(2)));
    }

    private static Iterator<SiteMessage> feed(List<Site> sites, long start, long duration) {
        return Openings.before(sites, start, BEFORE_MILLIS, SitesTraffic.of(sites, start, duration));
    }

    /** Lets the naive models hear what the job hears. */
    private static Iterator<SiteMessage> heard(
            Iterator<SiteMessage> feed, Map<String, List<NaiveShift>> naive, LongConsumer reached) {
        return new Iterator<>() {
            private long heard;

            @Override
            public boolean hasNext() {
                return feed.hasNext();
            }

            @Override
            public SiteMessage next() {
                SiteMessage message = feed.next();
                TimedMessage said = message.message();
                naive.getOrDefault(message.site(), List.of()).forEach(model -> model.take(said));
                if (heard++ % TELL_EACH == 0) {
                    reached.accept(said.emissionMillis());
                }
                return message;
            }
        };
    }

    private static Alarm alarm(byte[] value) {
        try {
            return Json.readOwn(value, Alarm.class);
        } catch (Unreadable e) {
            throw new IllegalStateException("the job wrote an alarm that cannot be read: " + e.getMessage(), e);
        }
    }
}
