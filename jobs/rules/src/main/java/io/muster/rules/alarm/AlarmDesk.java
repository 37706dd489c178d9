package io.muster.rules.alarm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state laid open for one step: what it becomes, and what is written meanwhile. */
final class AlarmDesk {
    @Nullable
    Finding newest;

    @Nullable
    Long conditionSinceMillis;

    long conditionOnsetMillis;

    @Nullable
    Long goneSinceMillis;

    @Nullable
    AlarmChange told;

    boolean untold;
    long repeatedMillis;

    @Nullable
    Long lastOnsetOrderMillis;

    final List<AlarmChange> closed;
    final List<AlarmChange> events = new ArrayList<>();

    AlarmDesk(@Nullable AlarmState state) {
        closed = new ArrayList<>();
        if (state != null) {
            newest = state.newest();
            conditionSinceMillis = state.conditionSinceMillis();
            conditionOnsetMillis = state.conditionOnsetMillis();
            goneSinceMillis = state.goneSinceMillis();
            told = state.told();
            untold = state.untold();
            repeatedMillis = state.repeatedMillis();
            lastOnsetOrderMillis = state.lastOnsetOrderMillis();
            closed.addAll(state.closed());
        }
    }

    /** Writes a change. One that clears the alarm leaves only what its tombstone needs. */
    void write(AlarmChange change, long nowMillis) {
        events.add(change);
        untold = false;
        repeatedMillis = nowMillis;
        told = change;
        conditionSinceMillis = null;
        if (change.status() == AlarmStatus.CLEARED) {
            told = null;
            goneSinceMillis = null;
            closed.add(withoutEvidence(change));
        }
    }

    /** Writes that another alarm is closed; the open one stays as it is. */
    void closeBeside(AlarmChange cleared) {
        events.add(cleared);
        closed.add(withoutEvidence(cleared));
    }

    /** Writes the open alarm again, as it was. */
    void repeat(long nowMillis) {
        if (told != null) {
            events.add(at(told, true, false, nowMillis));
            repeatedMillis = nowMillis;
        }
    }

    void forgetOldest(long nowMillis) {
        events.add(at(closed.remove(0), false, true, nowMillis));
    }

    /** @return null = there is nothing to remember */
    @Nullable
    AlarmState state() {
        if (told == null && conditionSinceMillis == null && closed.isEmpty()) {
            return null;
        }
        return new AlarmState(
                newest,
                conditionSinceMillis,
                conditionOnsetMillis,
                goneSinceMillis,
                told,
                untold,
                repeatedMillis,
                lastOnsetOrderMillis,
                List.copyOf(closed));
    }

    private static AlarmChange at(AlarmChange change, boolean report, boolean forget, long nowMillis) {
        return copy(change, change.finding(), report, forget, nowMillis);
    }

    private static AlarmChange withoutEvidence(AlarmChange change) {
        Finding f = change.finding();
        Finding lean = new Finding(
                f.site(),
                f.kind(),
                f.subjectType(),
                f.subjectId(),
                f.active(),
                f.level(),
                f.onsetMillis(),
                List.of(),
                List.of(),
                f.confirmed(),
                f.possible(),
                f.stale(),
                f.limit(),
                f.observed(),
                f.ruleId(),
                f.ruleVersion(),
                f.planVersion(),
                List.of(),
                f.stage(),
                f.timeMillis(),
                f.eventMillis(),
                f.seq(),
                List.of());
        return copy(change, lean, false, false, change.timeMillis());
    }

    private static AlarmChange copy(
            AlarmChange change, Finding finding, boolean report, boolean forget, long nowMillis) {
        return new AlarmChange(
                change.site(),
                change.kind(),
                change.status(),
                change.level(),
                change.priority(),
                change.nameZh(),
                change.nameEn(),
                finding,
                change.onsetOrderMillis(),
                change.onsetMillis(),
                change.raisedMillis(),
                change.returnedMillis(),
                change.clearedMillis(),
                change.clearedBy(),
                change.clearedReason(),
                report,
                forget,
                nowMillis,
                change.seq());
    }
}
