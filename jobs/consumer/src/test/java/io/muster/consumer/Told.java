package io.muster.consumer;

import io.muster.contract.codec.Json;
import io.muster.contract.value.Acknowledgement;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmRuleRef;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Clearance;
import io.muster.contract.value.Counts;
import io.muster.contract.value.Evidence;
import io.muster.contract.value.EvidenceFix;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record of a story.
 *
 * @param alarm null = a tombstone
 * @param json the alarm as the topic holds it, written once however many orders it is told in
 */
record Told(
        String id,
        long epoch,
        @Nullable Alarm alarm,
        @Nullable String json) {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** Alarm {@code id} in this state, its level standing for "other content". */
    static Told alarm(String id, long epoch, long seq, AlarmState state, Level level) {
        return told(id, epoch, alarmOf(id, seq, state, level, seq));
    }

    static Told raised(String id, long epoch, long seq) {
        return alarm(id, epoch, seq, AlarmState.RAISED_UNACKNOWLEDGED, Level.YELLOW);
    }

    static Told cleared(String id, long epoch, long seq) {
        return alarm(id, epoch, seq, AlarmState.CLEARED, Level.YELLOW);
    }

    static Told tombstone(String id, long epoch) {
        return new Told(id, epoch, null, null);
    }

    /** The same state told again so many seconds after noon. */
    Told again(long second) {
        Alarm told = Objects.requireNonNull(alarm);
        return told(id, epoch, Alarms.reportedAt(told, NOON.plusSeconds(second)));
    }

    private static Told told(String id, long epoch, Alarm alarm) {
        return new Told(id, epoch, alarm, Json.writeString(alarm));
    }

    byte @Nullable [] value() {
        return json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    }

    AlarmOutcome into(AlarmBook book) {
        return book.apply(id, value(), Long.toString(epoch), 1_000);
    }

    static Alarm alarmOf(String id, long seq, AlarmState state, Level level, long reportedSecond) {
        return new Alarm(
                id,
                "acme",
                seq,
                AlarmKind.OVER_CAPACITY,
                new Name("超员", "over capacity"),
                state,
                level,
                "high",
                new Subject("fence", "tank-3"),
                List.of("tank-3"),
                List.of("p1", "p2"),
                new Counts(4, 0, 0),
                NOON,
                NOON.plusSeconds(id.hashCode() % 7),
                state == AlarmState.ACKNOWLEDGED ? new Acknowledgement(NOON.plusSeconds(seq), "wang") : null,
                null,
                state == AlarmState.CLEARED ? new Clearance(NOON.plusSeconds(seq), "rule", null) : null,
                null,
                null,
                "v1",
                new AlarmRuleRef("PF-4b", 1, 3.0, 4.0),
                new Evidence(List.<EvidenceFix>of()),
                NOON.plusSeconds(reportedSecond));
    }
}
