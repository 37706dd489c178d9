package io.muster.rules.alarm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alarm from its raising to its end: where it stands in {@link LifeCycle}, what was done about it, and what of that has been written.
 *
 * <p>Every change has the next seq and is written at once: state, level, limit, what was done about it. Changes of nothing but persons, evidence and plan
 * version are written at most once in {@link AlarmOptions#quietMillis()}; the newest of them is never lost, only late by as much. While open, the
 * alarm is repeated at each multiple of the report time as it was written last, unless it was written at that moment.
 */
final class OpenAlarm {
    static final String REASON_RETURNED = "condition ended";
    static final String REASON_AGAIN = "raised again";

    private final AlarmOptions options;
    private final AlarmNames names;
    private final AlarmDefinition definition;

    /** As it was written last; seq 0 = not yet. */
    private AlarmChange told;

    private Finding newest;
    private LifeCycle status;
    private Handling handling;
    private @Nullable Long returned;
    private @Nullable Act cleared;
    private boolean changed;
    private boolean untold;
    private long repeated;
    private String highestLevel;
    private @Nullable Long unheardSince;
    private @Nullable String exceededApproval;

    private OpenAlarm(
            AlarmOptions options,
            AlarmNames names,
            AlarmDefinition definition,
            AlarmChange told,
            Finding newest,
            String highestLevel) {
        this.options = options;
        this.names = names;
        this.definition = definition;
        this.told = told;
        this.newest = newest;
        this.status = LifeCycle.of(told.status());
        this.handling = told.handling();
        this.returned = told.returnedMillis();
        this.highestLevel = highestLevel;
    }

    /** As it was remembered. */
    OpenAlarm(AlarmOptions options, AlarmNames names, AlarmDefinition definition, AlarmState state, AlarmChange told) {
        this(
                options,
                names,
                definition,
                told,
                state.newest() == null ? told.finding() : state.newest(),
                state.highestLevel() == null ? told.level() : state.highestLevel());
        untold = state.untold();
        repeated = state.repeatedMillis();
        unheardSince = state.unheardSinceMillis();
        exceededApproval = state.exceededApproval();
    }

    /**
     * A new one, of which nothing has been written: what is put aside at once is never told as raised.
     *
     * @param onsetOrderMillis ordering time of the onset, which no other alarm of the subject has
     */
    static OpenAlarm raised(
            AlarmOptions options,
            AlarmNames names,
            AlarmDefinition definition,
            Finding finding,
            long onsetOrderMillis,
            long onsetMillis,
            long now) {
        String level = level(definition, finding);
        LifeCycle status = LifeCycle.NORMAL.after(AlarmEvent.CONDITION);
        AlarmChange nothing = new AlarmChange(
                names.alarm(finding, onsetOrderMillis),
                finding.site(),
                finding.kind(),
                Objects.requireNonNull(status.status()),
                level,
                AlarmCatalogue.priority(definition, level),
                definition.nameZh(),
                definition.nameEn(),
                finding,
                onsetOrderMillis,
                onsetMillis,
                now,
                null,
                null,
                Handling.NONE,
                false,
                now,
                finding.isAnnounced() ? 1 : 0);
        OpenAlarm alarm = new OpenAlarm(options, names, definition, nothing, finding, level);
        alarm.unheardSince = now;
        alarm.changed = true;
        return alarm;
    }

    /** The newest verdict, which changes nothing by itself. */
    void hear(Finding finding) {
        newest = finding;
    }

    /** Its condition still holds. */
    void goesOn(Finding finding, long now) {
        newest = finding;
        status = status.after(AlarmEvent.CONDITION);
        if (told.finding().isOutdatedBy(finding)) {
            changed = true;
        } else {
            untold = !told.finding().saysTheSameAs(finding);
        }
        if (status == LifeCycle.ACKNOWLEDGED && isGraver()) {
            annunciate(now);
        }
    }

    private boolean isGraver() {
        return AlarmCatalogue.LEVELS.indexOf(level()) > AlarmCatalogue.LEVELS.indexOf(told.level())
                || AlarmCatalogue.PRIORITIES.indexOf(priority()) > AlarmCatalogue.PRIORITIES.indexOf(told.priority());
    }

    /** Its condition has ended; {@link #returns} follows after the off-delay. */
    void ends(Finding finding) {
        newest = finding;
        untold = false;
    }

    /** What becomes of it is said by its closing. */
    void returns(long sinceMillis, long now) {
        returned = sinceMillis;
        LifeCycle was = status;
        step(definition.closing().atReturn(highestLevel));
        handling = handling.withShelved(null).withAside(null);
        unheardSince = null;
        if (isClosed()) {
            cleared = Act.bySystem(now, was.isAside() ? REASON_RETURNED + " while " + was.words() : REASON_RETURNED);
        }
    }

    /** The next episode begins, and takes its place. */
    void raisedAgain(long now) {
        close(AlarmEvent.RAISED_AGAIN, Act.bySystem(now, REASON_AGAIN));
    }

    /** Does all that is due by now while its condition holds. */
    void attend(long now, Surroundings desk) {
        if (!holds()) {
            return;
        }
        approve(now, desk);
        putAside(now, desk);
        if (escalationDue() <= now) {
            escalate(now);
        }
        if (reAlarmDue() <= now) {
            annunciate(now);
        }
    }

    private void approve(long now, Surroundings desk) {
        if (!isGathering()) {
            return;
        }
        Approval approval = desk.approval(this);
        if (approval != null && !approval.covers(newest.confirmed() + newest.stale() + newest.possible())) {
            // Once it has outgrown what was approved it stays so, however many leave again: no chatter.
            exceededApproval = approval.commandId();
            approval = null;
        }
        if (!Objects.equals(handling.approved(), approval)) {
            handle(handling.withApproved(approval));
            if (approval == null) {
                annunciate(now);
            }
        }
    }

    private void putAside(long now, Surroundings desk) {
        Long shelvedUntil = shelvedUntil();
        if (shelvedUntil != null && shelvedUntil <= now) {
            handle(handling.withShelved(null));
        }
        PutAside wanted = PutAside.of(this, desk);
        LifeCycle there = wanted == null ? null : wanted.status();
        if (status.isAside() && status != there) {
            step(status.bringingBack());
            handling = handling.withAside(null);
            unheardSince = now;
        }
        if (there != null && status != there) {
            step(there.puttingAside());
            handling = handling.withAcknowledged(null);
            unheardSince = null;
        }
        Aside by = wanted == null ? null : wanted.by();
        if (!Objects.equals(handling.aside(), by)) {
            handle(handling.withAside(by));
        }
    }

    private void escalate(long now) {
        String priority = priority();
        long after = Objects.requireNonNull(options.escalateMillis().get(priority));
        String higher = AlarmCatalogue.PRIORITIES.get(AlarmCatalogue.PRIORITIES.indexOf(priority) + 1);
        handling = handling.withEscalated(new Escalation(
                now,
                isGathering() ? "red" : level(),
                higher,
                (isGathering() ? "B6 orange " : "") + "unacknowledged for " + after / 1000 + " s"));
        annunciate(now);
    }

    /** To be heard anew. */
    private void annunciate(long now) {
        changed = true;
        if (status == LifeCycle.ACKNOWLEDGED || status == LifeCycle.RAISED_UNACKNOWLEDGED) {
            step(AlarmEvent.ANNUNCIATE);
            handling = handling.withAcknowledged(null);
            unheardSince = now;
        }
    }

    // For who acts on it: AlarmActions.

    void acknowledged(Act act) {
        step(AlarmEvent.ACKNOWLEDGE);
        handling = handling.withAcknowledged(act);
        unheardSince = null;
        if (isClosed()) {
            cleared = act;
        }
    }

    void close(AlarmEvent event, Act act) {
        step(event);
        cleared = act;
    }

    void handle(Handling next) {
        handling = next;
        changed = true;
    }

    private void step(AlarmEvent event) {
        status = status.after(event);
        changed = true;
    }

    /** Writes what it has become. */
    AlarmChange write(long now) {
        changed = false;
        untold = false;
        repeated = now;
        String level = level();
        told = new AlarmChange(
                told.alarmId(),
                told.site(),
                told.kind(),
                Objects.requireNonNull(status.status()),
                level,
                priority(),
                told.nameZh(),
                told.nameEn(),
                finding(),
                told.onsetOrderMillis(),
                told.onsetMillis(),
                told.raisedMillis(),
                returned,
                cleared,
                handling,
                false,
                now,
                told.seq() + 1);
        highestLevel = AlarmCatalogue.higherLevel(highestLevel, level);
        return told;
    }

    /** Says again what was written last. */
    AlarmChange repeat(long now) {
        repeated = now;
        return told.again(now);
    }

    // What is due when; Long.MAX_VALUE = not at all.

    long untoldDue() {
        return untold ? told.timeMillis() + options.quietMillis() : Long.MAX_VALUE;
    }

    long repeatDue() {
        long every = holds() ? options.reportMillis() : options.waitingReportMillis();
        return (Math.floorDiv(repeated, every) + 1) * every;
    }

    private long shelfDue() {
        Long until = shelvedUntil();
        return until == null || !holds() ? Long.MAX_VALUE : until;
    }

    /** A gathering becomes graver by its colour, from orange to red (regulation 4.2 B6); what a yellow one becomes in time is the model's. */
    private long escalationDue() {
        Long since = unheardSince;
        if (since == null
                || status != LifeCycle.RAISED_UNACKNOWLEDGED
                || handling.approved() != null
                || (isGathering() && !level().equals("orange"))) {
            return Long.MAX_VALUE;
        }
        String priority = priority();
        Long after = options.escalateMillis().get(priority);
        return after == null || priority.equals("critical") ? Long.MAX_VALUE : since + after;
    }

    private long reAlarmDue() {
        Act by = handling.acknowledged();
        Long after = options.reAlarmMillis().get(told.kind());
        return by == null || after == null || status != LifeCycle.ACKNOWLEDGED ? Long.MAX_VALUE : by.atMillis() + after;
    }

    private @Nullable Long shelvedUntil() {
        Aside shelved = handling.shelved();
        return shelved == null ? null : shelved.untilMillis();
    }

    // What it is.

    /** That of the newest verdict while the condition holds, else the last one; never below what it was escalated to. */
    String level() {
        String own = returned == null && newest.active() ? level(definition, newest) : told.level();
        Escalation escalated = handling.escalated();
        return escalated == null ? own : AlarmCatalogue.higherLevel(own, escalated.level());
    }

    private static String level(AlarmDefinition definition, Finding finding) {
        return AlarmCatalogue.LEVELS.contains(finding.level()) ? finding.level() : definition.level();
    }

    private String priority() {
        String own = AlarmCatalogue.priority(definition, level());
        Escalation escalated = handling.escalated();
        return escalated == null ? own : AlarmCatalogue.higherPriority(own, escalated.priority());
    }

    /** The newest verdict; once its end has been written, the one that ended it. */
    private Finding finding() {
        return told.returnedMillis() == null ? newest : told.finding();
    }

    Finding newest() {
        return newest;
    }

    /** Whether its condition has not been told as ended. */
    boolean holds() {
        return returned == null;
    }

    boolean isClosed() {
        return status == LifeCycle.CLEARED;
    }

    /** Whether there is something to write at once. */
    boolean isChanged() {
        return changed;
    }

    boolean isGathering() {
        return definition.closing() == Closing.CONFIRM;
    }

    /** Whether an order or a command is about it. */
    boolean isMeantBy(Target target) {
        return target.covers(told.alarmId(), finding(), names);
    }

    /** Whether an approval is about it, and it has not outgrown that. */
    boolean isApprovedBy(Approval approval) {
        return !approval.commandId().equals(exceededApproval) && isMeantBy(approval.target());
    }

    AlarmDefinition definition() {
        return definition;
    }

    LifeCycle status() {
        return status;
    }

    Handling handling() {
        return handling;
    }

    AlarmChange told() {
        return told;
    }

    /** @param dueMillis when its condition wants to be looked at */
    AlarmState state(
            String subjectId,
            @Nullable Long conditionSince,
            long conditionOnset,
            @Nullable Long goneSince,
            long dueMillis) {
        long due = Math.min(Math.min(dueMillis, untoldDue()), Math.min(repeatDue(), shelfDue()));
        return new AlarmState(
                told.kind(),
                subjectId,
                newest,
                conditionSince,
                conditionOnset,
                goneSince,
                told,
                untold,
                repeated,
                highestLevel,
                unheardSince,
                exceededApproval,
                Math.min(due, Math.min(escalationDue(), reAlarmDue())));
    }
}
