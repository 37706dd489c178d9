package io.muster.simulator.verify;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Clearance;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.truth.GatePass;
import io.muster.simulator.truth.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small worlds for stories: all times are seconds after {@link #START}. */
public final class Told {
    public static final Instant START = Instant.parse("2026-07-01T08:00:00Z");

    private Told() {}

    public static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1_000));
    }

    public static TruthLine tooMany(String fence, double onset, double end) {
        return truth(AlarmKind.OVER_CAPACITY, fence, onset, 5, end, false, "a", "b", "c", "d");
    }

    public static TruthLine truth(
            AlarmKind kind, String subject, double onset, double due, double end, boolean tolerated, String... people) {
        return new TruthLine(
                kind, subject(kind, subject), at(onset), at(onset + due), at(end), List.of(people), null, tolerated);
    }

    /** Raised, and returned to normal. */
    public static List<Alarm> alarm(String id, AlarmKind kind, String subject, double raised, double end) {
        List<Alarm> records = new ArrayList<>();
        records.add(record(id, 1, kind, subject, AlarmState.RAISED_UNACKNOWLEDGED, raised, raised, -1));
        records.add(record(id, 2, kind, subject, AlarmState.CLEARED, raised, end, end));
        return records;
    }

    public static Alarm record(
            String id,
            long seq,
            AlarmKind kind,
            String subject,
            AlarmState state,
            double raised,
            double reported,
            double cleared) {
        return new Alarm(
                id,
                "demo",
                seq,
                kind,
                new Name("报警", "alarm"),
                state,
                Level.ORANGE,
                "high",
                subject(kind, subject),
                List.of(),
                List.of("a", "b", "c", "d"),
                null,
                at(raised),
                at(raised),
                null,
                null,
                cleared < 0 ? null : new Clearance(at(cleared), "system", null),
                null,
                null,
                null,
                null,
                null,
                at(reported));
    }

    public static Presence inside(String fence, String person, double onset, double end) {
        return new Presence(new Subject("fence", fence), at(onset), end < 0 ? null : at(end), List.of(person), false);
    }

    public static Presence onTheEdge(String fence, String person, double onset, double end) {
        return new Presence(new Subject("fence", fence), at(onset), at(end), List.of(person), true);
    }

    public static GatePass pass(String fence, String person, double onset, GatePass.Direction way, boolean recorded) {
        return new GatePass(new Subject("fence", fence), at(onset), List.of(person), way, recorded);
    }

    private static Subject subject(AlarmKind kind, String id) {
        return new Subject(kind == AlarmKind.GATHERING ? "gathering" : "fence", id);
    }
}
