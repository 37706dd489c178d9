package io.muster.contract.value;

import io.muster.contract.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with a life cycle: the value of {@code alarms} (every change) and {@code alarm-states} (the current one). A consumer upserts by
 * ({@code alarm_id}, header {@code writer_epoch}, {@code seq}).
 *
 * @param alarmId UUIDv5 of (site, rule, subject, onset)
 * @param site site id
 * @param seq number of this record under its key, from 1; with the writer epoch it decides which of two is newer
 * @param priority {@code low}, {@code medium}, {@code high} or {@code critical} (ISA-18.2)
 * @param onsetAt when the condition began
 * @param raisedAt when it was decided, in ordering time
 * @param returnedAt when the condition ended
 * @param acknowledged by whom, as it is now: an alarm that is to be heard anew has nobody here
 * @param shelvedUntil of a shelved alarm
 * @param suppressedBy of a suppressed alarm or one out of service: id of the alarm that is its cause, or of the command that silenced it or took its source
 *     out of service
 * @param setAside who shelved or silenced it, or took its source out of service; null = nobody, or it is suppressed by its cause
 * @param approved who allowed the gathering; null = nobody, or it has become larger than allowed
 * @param escalated what became of it because nobody acknowledged; null = nothing
 * @param reasons why its level is above what its rule alone gives, each with its source
 * @param comments oldest first
 * @param planVersion plan version in force at the decision
 * @param reportedAt when it was told last
 */
public record Alarm(
        String alarmId,
        String site,
        long seq,
        AlarmKind kind,
        Name name,
        AlarmState state,
        Level level,
        @Nullable String priority,
        Subject subject,
        List<String> fenceIds,
        List<String> trackableIds,
        @Nullable Counts counts,
        Instant onsetAt,
        Instant raisedAt,
        @Nullable Acknowledgement acknowledged,
        @Nullable Instant returnedAt,
        @Nullable Clearance cleared,
        @Nullable Instant shelvedUntil,
        @Nullable String suppressedBy,
        @Nullable String planVersion,
        @Nullable AlarmRuleRef rule,
        @Nullable Evidence evidence,
        @Nullable Instant reportedAt,
        @Nullable SetAside setAside,
        @Nullable Approved approved,
        @Nullable Escalated escalated,
        List<String> reasons,
        List<AlarmComment> comments) {
    public Alarm {
        Required.field("alarm_id", alarmId);
        Required.field("site", site);
        Required.field("kind", kind);
        Required.field("name", name);
        Required.field("state", state);
        Required.field("level", level);
        Required.field("subject", subject);
        fenceIds = Required.list(fenceIds);
        trackableIds = Required.list(trackableIds);
        Required.field("onset_at", onsetAt);
        Required.field("raised_at", raisedAt);
        reasons = Required.list(reasons);
        comments = Required.list(comments);
    }

    /** Without what people did about it beyond seeing and closing it. */
    public Alarm(
            String alarmId,
            String site,
            long seq,
            AlarmKind kind,
            Name name,
            AlarmState state,
            Level level,
            @Nullable String priority,
            Subject subject,
            List<String> fenceIds,
            List<String> trackableIds,
            @Nullable Counts counts,
            Instant onsetAt,
            Instant raisedAt,
            @Nullable Acknowledgement acknowledged,
            @Nullable Instant returnedAt,
            @Nullable Clearance cleared,
            @Nullable Instant shelvedUntil,
            @Nullable String suppressedBy,
            @Nullable String planVersion,
            @Nullable AlarmRuleRef rule,
            @Nullable Evidence evidence,
            @Nullable Instant reportedAt) {
        this(
                alarmId,
                site,
                seq,
                kind,
                name,
                state,
                level,
                priority,
                subject,
                fenceIds,
                trackableIds,
                counts,
                onsetAt,
                raisedAt,
                acknowledged,
                returnedAt,
                cleared,
                shelvedUntil,
                suppressedBy,
                planVersion,
                rule,
                evidence,
                reportedAt,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
