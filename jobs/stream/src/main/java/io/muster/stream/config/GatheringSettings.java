package io.muster.stream.config;

import io.muster.rules.gathering.GatheringOptions;
import io.muster.rules.risk.RiskOptions;

/** The gathering model: what the count says, and what surrounds it. */
final class GatheringSettings {

    /** @param raw samples are where people are, without any doubt */
    static GatheringOptions of(long cycleMillis, boolean raw, Settings s) {
        double height = s.metresOrNever("gathering.height");
        return new GatheringOptions(
                cycleMillis,
                s.metres("gathering.radius", 0.1),
                s.millis("gathering.min_duration", 0),
                s.count("gathering.min_count", 2),
                s.count("gathering.orange_from", 2),
                s.count("gathering.red_from", 2),
                s.count("gathering.join_percent", 1) / 100.0,
                s.count("gathering.leave_percent", 1) / 100.0,
                height < 0 ? Double.POSITIVE_INFINITY : height,
                s.millis("gathering.pre_warning", 0),
                s.millis("gathering.stale_after", 1),
                s.millis("gathering.silent_after", 1),
                s.millis("gathering.stale_for", 1),
                s.millis("gathering.gap", 0),
                s.millis("gathering.steady", 0),
                s.millis("gathering.report", 100),
                raw);
    }

    static RiskOptions risk(Settings s) {
        return new RiskOptions(
                s.count("gathering.min_count", 2),
                s.millis("risk.lasting", 1),
                s.millis("risk.yellow", 1),
                s.metres("risk.gas_distance", 0.1),
                s.metres("risk.hot_work_distance", 0.1),
                s.count("risk.major_from", 1),
                s.count("risk.catastrophic_from", 1));
    }

    private GatheringSettings() {}
}
