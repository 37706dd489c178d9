package io.muster.rules.gathering;

import io.muster.rules.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gathering is foreseen, started, goes on, or ended (AQ 3064.3 3.5, 5.2.3; PF-5a, PF-5b). The gathering stage tells what the count says; the risk
 * stage may raise the level.
 *
 * @param id UUID-able text: the stream turns (site, this) into a UUIDv5; made of what is in the log only
 * @param type PAIR (two who are near each other: no gathering, and told on only where two are too many), PRE_WARNING (holds, not for long enough yet), START, ONGOING (at each evaluation at which something changed, else every 5 s), END
 * @param startMillis event time since which the group has held
 * @param radiusMetres of the smallest circle around the members
 * @param count stale ones included
 * @param staleCount how many of the members are silent, and stand where they were heard last
 * @param level none of a pair, blue of a pre-warning, yellow, orange or red; of an END the last one
 * @param baseLevel what the count alone gives
 * @param reasons why the level is above that, each with its source, as {@link io.muster.rules.alarm.Finding#reasons()}; sorted
 * @param permitIds permits at work whose place the gathering touches, sorted
 * @param members sorted by person
 * @param limits what made it a gathering, by the rules in force
 * @param splitFromId the gathering that it was a part of; null = none
 * @param endReason {@code dispersed}, {@code merged}, {@code exempt} or {@code calm}; null but of an END
 * @param mergedIntoId the gathering that took its members; null = none
 */
public record GatheringChange(
        String site,
        String id,
        Type type,
        double floor,
        long startMillis,
        double x,
        double y,
        double radiusMetres,
        int count,
        int staleCount,
        int peakCount,
        String level,
        String baseLevel,
        List<String> reasons,
        List<String> permitIds,
        List<Member> members,
        List<String> fenceIds,
        String planVersion,
        Limits limits,
        @Nullable String splitFromId,
        @Nullable Long endMillis,
        @Nullable String endReason,
        @Nullable String mergedIntoId,
        long timeMillis,
        long eventMillis,
        long seq)
        implements Ordered {
    public static final String DISPERSED = "dispersed";
    public static final String MERGED = "merged";
    public static final String EXEMPT = "exempt";
    /** Two people are there still, and are no reason to say anything any more. */
    public static final String CALM = "calm";

    /** The level of a pair. */
    public static final String NONE = "none";

    public GatheringChange {
        baseLevel = baseLevel == null ? level : baseLevel;
        reasons = reasons == null ? List.of() : reasons;
        permitIds = permitIds == null ? List.of() : permitIds;
        limits = limits == null ? Limits.STANDARD : limits;
    }

    /**
     * @param minCount how many make a gathering, >= 2
     * @param radiusMetres how far from one of them the others are at most, m > 0
     * @param minDurationMillis for how long it must hold, ms >= 0
     */
    public record Limits(int minCount, double radiusMetres, long minDurationMillis) {
        /** AQ 3064.3 3.5 and 5.2.3. */
        static final Limits STANDARD = new Limits(3, 15, 60_000);

        static Limits of(GatheringOptions options) {
            return new Limits(options.minCount(), options.radiusMetres(), options.minDurationMillis());
        }
    }

    public enum Type {
        PAIR,
        PRE_WARNING,
        START,
        ONGOING,
        END
    }

    /**
     * @param stale silent; where this person was heard last
     * @param fenceIds zones that this person is in, sorted
     */
    public record Member(
            String trackableId,
            String providerId,
            double x,
            double y,
            double floor,
            double accuracyMetres,
            boolean stale,
            List<String> fenceIds,
            long fixMillis) {
        public Member {
            fenceIds = fenceIds == null ? List.of() : fenceIds;
        }
    }

    /** Told again as this. */
    public GatheringChange as(
            String toldPlanVersion,
            Type toldType,
            String toldLevel,
            List<String> toldReasons,
            List<String> toldPermitIds,
            @Nullable Long toldEndMillis,
            @Nullable String toldEndReason,
            long toldTimeMillis,
            long toldSeq) {
        return new GatheringChange(
                site,
                id,
                toldType,
                floor,
                startMillis,
                x,
                y,
                radiusMetres,
                count,
                staleCount,
                peakCount,
                toldLevel,
                baseLevel,
                toldReasons,
                toldPermitIds,
                members,
                fenceIds,
                toldPlanVersion,
                limits,
                splitFromId,
                toldEndMillis,
                toldEndReason,
                mergedIntoId,
                toldTimeMillis,
                eventMillis,
                toldSeq);
    }

    @Override
    public String origin() {
        return "gathering/" + id;
    }

    @Override
    public long offset() {
        return seq;
    }
}
