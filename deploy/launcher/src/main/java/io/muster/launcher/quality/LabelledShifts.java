package io.muster.launcher.quality;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.Alarm;
import io.muster.simulator.Site;
import io.muster.simulator.SitesTraffic;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.Scenarios;
import io.muster.simulator.verify.ManyRuns;
import io.muster.simulator.verify.VerifyOptions;
import io.muster.stream.config.JobConfig;
import io.muster.stream.replay.InProcessReplay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A labelled shift, seed after seed, until enough truths that nobody may miss have been asked for. */
public final class LabelledShifts {
    /** So many shifts share the start of one job. */
    private static final int TOGETHER = 6;

    private static final int PARALLELISM = 2;
    private static final long BEFORE_MILLIS = 5_000;

    private final Scenarios.Opened scenario;
    private final JobConfig config;
    private final ManyRuns runs = new ManyRuns();

    /** Told after each job. */
    public interface Reached {
        void reached(int shifts, long vitalTruths);
    }

    private LabelledShifts(Scenarios.Opened scenario, JobConfig config) {
        this.scenario = scenario;
        this.config = config;
    }

    /**
     * At least one job; each seed is a site of its own.
     *
     * @param leastVital of {@link ManyRuns#vital()}
     * @throws ScenarioFaults if the scenario cannot be played
     * @throws IllegalArgumentException if it has no truth of that sort
     */
    public static ManyRuns run(
            Scenarios.Opened scenario, long firstSeed, long leastVital, JobConfig config, Reached reached)
            throws ScenarioFaults {
        LabelledShifts shifts = new LabelledShifts(scenario, config);
        long seed = firstSeed;
        while (shifts.runs.vital().of() < leastVital) {
            long had = shifts.runs.vital().of();
            shifts.play(seed);
            seed += TOGETHER;
            if (shifts.runs.vital().of() == had) {
                throw new IllegalArgumentException(
                        scenario.scenario().name() + ": has no SOS, no zone too full, no intruder and no gathering");
            }
            reached.reached(shifts.runs.runs(), shifts.runs.vital().of());
        }
        return shifts.runs;
    }

    private void play(long firstSeed) throws ScenarioFaults {
        Map<String, List<Alarm>> said = new LinkedHashMap<>();
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            String id = "seed-" + (firstSeed + i);
            sites.add(Site.of(scenario, id, firstSeed + i, scenario.scenario().people()));
            said.put(id, new ArrayList<>());
        }
        long start = scenario.scenario().start().toInstant().toEpochMilli();
        long duration = scenario.scenario().durationMillis();
        SiteFeed feed =
                new SiteFeed(Openings.before(sites, start, BEFORE_MILLIS, SitesTraffic.of(sites, start, duration)));
        InProcessReplay.run(feed, config, PARALLELISM, Set.of(TopicKind.ALARMS), output -> {
            byte[] value = output.value();
            List<Alarm> ofSite = said.get(output.site());
            if (value != null && ofSite != null && output.topic().equals(TopicKind.ALARMS.wire())) {
                ofSite.add(alarm(value));
            }
        });
        VerifyOptions usual = VerifyOptions.files();
        VerifyOptions options = new VerifyOptions(
                config.settleMillis(), Map.of(), usual.allowanceMillis(), usual.earlyMillis(), usual.slackMillis());
        for (Site site : sites) {
            runs.add(
                    site.id(),
                    site.truth().truth(duration, start).alarms(),
                    said.getOrDefault(site.id(), List.of()),
                    options);
        }
    }

    private static Alarm alarm(byte[] value) {
        try {
            return Json.readOwn(value, Alarm.class);
        } catch (Unreadable e) {
            throw new IllegalStateException("the job wrote an alarm that cannot be read: " + e.getMessage(), e);
        }
    }
}
