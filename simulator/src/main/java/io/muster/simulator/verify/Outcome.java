package io.muster.simulator.verify;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one truth or of one alarm. Every truth that must be found has one outcome, and every alarm has one; a truth and its alarm share theirs.
 *
 * @param truth null for an alarm that matches none
 * @param alarm null for a truth that was missed
 * @param delayMillis from the moment at which the alarm is asked for (the onset, and how long it must have lasted: a gathering 60 s) to readable; below 0 = it was
 *     known sooner than that; 0 where there is no pair
 * @param offMillis how late, or how early; 0 where neither
 * @param lowLevel the alarm never had as high a level as the truth
 */
public record Outcome(
        Verdict verdict,
        @Nullable TruthLine truth,
        @Nullable AlarmSpan alarm,
        long delayMillis,
        long offMillis,
        boolean lowLevel) {

    /** Words of the checker: missed is lost, invented is what came in addition. */
    public enum Verdict {
        FOUND("found"),
        LATE("late"),
        EARLY("early"),
        /** Lost. */
        MISSED("missed"),
        /** A second alarm about a truth that has one. */
        DUPLICATED("invented (duplicated)"),
        /** An alarm about nothing. */
        UNEXPECTED("invented (unexpected)"),
        /** An alarm that may be there. */
        TOLERATED("tolerated");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** An alarm of which there should be none. */
        public boolean isInvented() {
            return this == DUPLICATED || this == UNEXPECTED;
        }

        /** A truth with its alarm. */
        public boolean isPair() {
            return this == FOUND || this == LATE || this == EARLY;
        }

        /** Neither a truth found in time nor tolerated. */
        public boolean isWrong() {
            return this != FOUND && this != TOLERATED;
        }
    }

    public AlarmKind kind() {
        return truth != null ? truth.kind() : Objects.requireNonNull(alarm).kind();
    }

    public Subject subject() {
        return truth != null ? truth.subject() : Objects.requireNonNull(alarm).subject();
    }

    /** When it began: the onset of the truth, or when the alarm was raised. */
    public Instant at() {
        return truth != null
                ? truth.onset()
                : Instant.ofEpochMilli(Objects.requireNonNull(alarm).raisedMillis());
    }

    /** Who takes part: as the truth has it, else as the alarm has it. */
    public List<String> people() {
        return truth != null
                ? truth.trackableIds()
                : List.copyOf(Objects.requireNonNull(alarm).members());
    }

    /** One line: {@code late: over_capacity at 2026-07-01T08:00:11.200Z: …}. */
    public String text() {
        String what =
                switch (verdict) {
                    case MISSED ->
                        subject().id() + ", due "
                                + Objects.requireNonNull(truth).due() + ", people " + people();
                    case LATE, EARLY, FOUND ->
                        String.format(
                                Locale.ROOT,
                                "%s about %s by %.3f s",
                                Objects.requireNonNull(alarm).alarmId(),
                                subject().id(),
                                offMillis / 1_000.0);
                    case DUPLICATED, UNEXPECTED, TOLERATED ->
                        Objects.requireNonNull(alarm).alarmId()
                                + " about " + subject().type() + " " + subject().id() + ", raised " + at() + ", people "
                                + people();
                };
        return verdict.word() + ": " + kind().wire() + " at " + at() + ": " + what;
    }
}
