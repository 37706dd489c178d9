package io.muster.simulator.verify;

import io.muster.contract.value.AlarmKind;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of alarms and head counts: {@code docs/promise.yaml}.
 *
 * @param alarms by kind; a kind that is missing is told, and nothing is promised of it
 * @param headCountRight at least this share of looks shows the true number of people, 0 to 1
 * @param headCountLagMillis a count may be as old as this
 * @param chattering at most this many subjects may rise three times within a minute
 */
public record Promise(
        SortedMap<AlarmKind, OfKind> alarms, double headCountRight, long headCountLagMillis, int chattering) {

    /**
     * Of one kind of alarm.
     *
     * @param raised false: the job does not raise this kind yet, so that it is reported and never failed
     * @param recall at least, 0 to 1
     * @param precision at least, 0 to 1
     * @param delayP99Millis from the moment at which the alarm is asked for to readable, at most
     * @param late share of the found truths whose alarm is readable after it was due, or raised before it could be right, at most, 0 to 1
     * @param notes why these; empty = none
     */
    public record OfKind(
            boolean raised, double recall, double precision, long delayP99Millis, double late, String notes) {}

    /** Null where nothing is promised. */
    public @Nullable OfKind of(AlarmKind kind) {
        return alarms.get(kind);
    }

    /** What a run is held against; null where nothing is promised, or the job does not raise this kind yet. */
    public @Nullable OfKind held(AlarmKind kind) {
        OfKind its = alarms.get(kind);
        return its == null || !its.raised() ? null : its;
    }

    /** Kinds that the job raises today. */
    public boolean isRaised(AlarmKind kind) {
        return held(kind) != null;
    }

    /** Kinds by name, for messages. */
    static Map<String, AlarmKind> kinds() {
        Map<String, AlarmKind> kinds = new java.util.TreeMap<>();
        for (AlarmKind kind : AlarmKind.values()) {
            kinds.put(kind.wire(), kind);
        }
        return kinds;
    }
}
