package io.muster.launcher.explore;

import io.muster.contract.topic.TopicKind;
import io.muster.launcher.quality.Openings;
import io.muster.launcher.quality.SiteFeed;
import io.muster.simulator.Site;
import io.muster.simulator.SitesTraffic;
import io.muster.simulator.explore.Invariants;
import io.muster.simulator.explore.Playable;
import io.muster.simulator.explore.RandomScenario;
import io.muster.simulator.explore.ScenarioShrinks;
import io.muster.simulator.explore.Shrinker;
import io.muster.simulator.scenario.Scenario;
import io.muster.stream.config.JobConfig;
import io.muster.stream.replay.InProcessReplay;
import io.muster.stream.replay.OutputValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Plays drawn scenarios, each on a site of its own, several in one job; asks the invariants after every record. */
public final class Explorer {
    /** So many site-hours share the start of one job. */
    private static final int TOGETHER = 8;

    private static final int PARALLELISM = 2;
    private static final Set<TopicKind> LOOKED_AT =
            Set.of(TopicKind.ALARMS, TopicKind.ZONE_OCCUPANCY, TopicKind.TRACKABLE_MOTIONS);
    /** Plan and people are in force before the first fix, also by the time that a fix may be moved back. */
    private static final long BEFORE_MILLIS = 5_000;

    private final JobConfig config;

    private final Function<OutputValue, Optional<OutputValue>> ear;

    public Explorer(JobConfig config) {
        this(config, Optional::of);
    }

    /** @param ear what the invariants get to hear of what the job says; for a test that lets it hear less or other than that */
    Explorer(JobConfig config, Function<OutputValue, Optional<OutputValue>> ear) {
        this.config = config;
        this.ear = ear;
    }

    /**
     * One site-hour for each seed from the first on.
     *
     * @param done told after each job how many site-hours have been played
     */
    public List<Finding> explore(long firstSeed, int hours, IntConsumer done) {
        List<Finding> findings = new ArrayList<>();
        while (findings.size() < hours) {
            List<Scenario> scenarios = new ArrayList<>();
            while (scenarios.size() < TOGETHER && findings.size() + scenarios.size() < hours) {
                scenarios.add(RandomScenario.of(firstSeed + findings.size() + scenarios.size()));
            }
            findings.addAll(play(scenarios));
            done.accept(findings.size());
        }
        return findings;
    }

    /** Each on a site of its own, all in one job. They must begin at the same instant. */
    public List<Finding> play(List<Scenario> scenarios) {
        long start = scenarios.get(0).start().toInstant().toEpochMilli();
        Map<String, Watch> watches = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            Site site = Playable.of(scenario, "site-" + watches.size());
            watches.put(site.id(), new Watch(site, start));
        }
        List<Site> sites = watches.values().stream().map(watch -> watch.site).toList();
        long longest =
                scenarios.stream().mapToLong(Scenario::durationMillis).max().orElse(0);
        SiteFeed feed =
                new SiteFeed(Openings.before(sites, start, BEFORE_MILLIS, SitesTraffic.of(sites, start, longest)));
        InProcessReplay.run(
                feed, config, PARALLELISM, LOOKED_AT, said -> ear.apply(said).ifPresent(heard -> {
                    Watch watch = watches.get(heard.site());
                    byte[] value = heard.value();
                    if (watch != null && value != null) {
                        watch.invariants.said(heard.topic(), value, heard.timeMillis());
                        watch.records++;
                    }
                }));
        return watches.values().stream().map(watch -> watch.finding(start)).toList();
    }

    /** One site under watch. */
    private static final class Watch {
        private final Site site;
        private final Invariants invariants;
        private long records;

        Watch(Site site, long start) {
            long duration = site.scenario().durationMillis();
            this.site = site;
            this.invariants =
                    new Invariants(site.plan(), site.truth().truth(duration, start), site.onAir(start, duration));
        }

        Finding finding(long start) {
            Scenario played = site.scenario();
            return new Finding(played.seed(), played, invariants.end(start + played.durationMillis()), records);
        }
    }

    /**
     * The smallest scenario found that breaks the invariant that the finding's first breach breaks.
     *
     * @param mostTries each plays a scenario through the job
     */
    public Scenario shrink(Finding finding, String invariant, int mostTries) {
        Shrinker<Scenario> shrinker = new Shrinker<>(ScenarioShrinks::of, candidate -> {
            try {
                return play(List.of(candidate)).get(0).breaches().stream()
                        .anyMatch(breach -> breach.invariant().equals(invariant));
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
        return shrinker.shrink(finding.scenario(), mostTries);
    }
}
