package io.muster.rules.alarm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The condition of one (kind, subject) and the alarm that is open of it, laid open for one call. One alarm is open at most: a condition that comes back
 * within the off-delay goes on with it; one that comes back later is a new alarm with a new onset, and closes the one before where that still waits for
 * somebody. What becomes of an open alarm is in {@link OpenAlarm}.
 */
final class AlarmCase {
    private final AlarmOptions options;
    private final AlarmNames names;
    private final AlarmDefinition definition;
    private final String kind;
    private final String subjectId;
    private final List<AlarmChange> events = new ArrayList<>(1);

    private @Nullable Finding newest;
    private @Nullable Long conditionSince;
    private long conditionOnset;
    private @Nullable Long goneSince;
    private @Nullable OpenAlarm open;
    /** Onset of the one that was closed in this call, of which the desk does not know yet. */
    private long closedOnset = Long.MIN_VALUE;

    AlarmCase(AlarmOptions options, AlarmNames names, String kind, String subjectId) {
        this.options = options;
        this.names = names;
        this.definition = AlarmCatalogue.get(kind);
        this.kind = kind;
        this.subjectId = subjectId;
    }

    AlarmCase(AlarmOptions options, AlarmNames names, AlarmState state) {
        this(options, names, state.kind(), state.subjectId());
        newest = state.newest();
        conditionSince = state.conditionSinceMillis();
        conditionOnset = state.conditionOnsetMillis();
        goneSince = state.goneSinceMillis();
        AlarmChange told = state.told();
        open = told == null ? null : new OpenAlarm(options, names, definition, state, told);
    }

    /** A verdict comes in; {@link #settle} follows. */
    void take(Finding finding, long now) {
        newest = finding;
        if (!finding.active()) {
            ended(finding, now);
            return;
        }
        if (finding.isAnnounced() && goneSince != null) {
            // Pressed again: what was told of it at once has an id of its own, so it is an episode of its own.
            if (open != null) {
                open.hear(finding);
            }
            returns(now);
            write(now);
        }
        goneSince = null;
        OpenAlarm alarm = open;
        if (alarm != null && alarm.holds()) {
            alarm.goesOn(finding, now);
            return;
        }
        if (alarm != null) {
            alarm.hear(finding);
        }
        if (conditionSince == null) {
            conditionSince = now;
            conditionOnset = finding.onsetMillis();
        }
    }

    private void ended(Finding finding, long now) {
        conditionSince = null;
        OpenAlarm alarm = open;
        if (alarm == null) {
            return;
        }
        alarm.ends(finding);
        if (alarm.holds() && goneSince == null) {
            goneSince = now;
        }
    }

    /** Does all that is due by now. */
    void settle(long now, Surroundings desk) {
        if (open != null && open.isClosed()) {
            // A person closed it at the very moment at which its condition is a new alarm.
            write(now);
        }
        if (raiseDue() <= now) {
            raise(now, desk);
        }
        if (backDue() <= now) {
            returns(now);
        }
        OpenAlarm alarm = open;
        if (alarm == null) {
            return;
        }
        alarm.attend(now, desk);
        if (alarm.isChanged() || alarm.untoldDue() <= now) {
            write(now);
        }
        if (open != null && open.repeatDue() <= now) {
            events.add(open.repeat(now));
        }
    }

    private void raise(long now, Surroundings desk) {
        Long since = conditionSince;
        Finding finding = newest;
        if (since == null || finding == null) {
            return;
        }
        if (open != null) {
            open.raisedAgain(now);
            write(now);
        }
        conditionSince = null;
        open = OpenAlarm.raised(
                options,
                names,
                definition,
                finding,
                Math.max(desk.freeOnset(kind, subjectId, since), closedOnset + 1),
                conditionOnset,
                now);
    }

    /** The condition has ended. */
    private void returns(long now) {
        Long since = goneSince;
        if (since == null || open == null) {
            return;
        }
        goneSince = null;
        open.returns(since, now);
    }

    private void write(long now) {
        OpenAlarm alarm = open;
        if (alarm == null) {
            return;
        }
        events.add(alarm.write(now));
        if (alarm.isClosed()) {
            closedOnset = alarm.told().onsetOrderMillis();
            open = null;
        }
    }

    private long raiseDue() {
        Long since = conditionSince;
        return since == null ? Long.MAX_VALUE : since + options.onDelay(definition);
    }

    private long backDue() {
        Long since = goneSince;
        return since == null ? Long.MAX_VALUE : since + options.offDelay(definition);
    }

    String kind() {
        return kind;
    }

    String subjectId() {
        return subjectId;
    }

    /** @return null = none is open */
    @Nullable
    OpenAlarm open() {
        return open;
    }

    /** What was written, in this order. */
    List<AlarmChange> events() {
        return events;
    }

    /** @return null = there is nothing to remember */
    @Nullable
    AlarmState state() {
        OpenAlarm alarm = open;
        if (alarm == null && conditionSince == null) {
            return null;
        }
        long due = Math.min(raiseDue(), backDue());
        return alarm == null
                ? new AlarmState(
                        kind,
                        subjectId,
                        newest,
                        conditionSince,
                        conditionOnset,
                        goneSince,
                        null,
                        false,
                        0,
                        null,
                        null,
                        null,
                        due)
                : alarm.state(subjectId, conditionSince, conditionOnset, goneSince, due);
    }
}
