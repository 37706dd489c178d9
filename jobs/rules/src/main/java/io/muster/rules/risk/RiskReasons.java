package io.muster.rules.risk;

import java.util.List;

/**
 * Why a gathering is above what its count alone gives: the first word of each of {@link io.muster.rules.alarm.Finding#reasons()}. The rest of a
 * reason is its source, such as {@code gas g-17 (toxic, 12 m away)}.
 */
public final class RiskReasons {
    /** A red zone, or a major-hazard unit of class 1 or 2. */
    public static final String ZONE = "zone";
    /** An orange zone, or a unit of class 3 or 4, for long enough. */
    public static final String ZONE_LASTING = "zone_lasting";
    /** More people than an open permit names. */
    public static final String PERMIT = "permit";
    /** A gas detector rings near: the people there are to be told to evacuate, not only to disperse (AQ 3064.3 5.2.3 b). */
    public static final String GAS = "gas";
    /** So many people that it could become a major accident. */
    public static final String COUNT = "count";
    /** It has lasted. */
    public static final String DURATION = "duration";

    private RiskReasons() {}

    /** Whether one of the reasons is of this kind. */
    public static boolean has(List<String> reasons, String kind) {
        return reasons.stream().anyMatch(each -> each.equals(kind) || each.startsWith(kind + " "));
    }
}
