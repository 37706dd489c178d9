package io.muster.rules.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The alarm of one (kind, subject), laid open for one call. One alarm is open at most: a condition that comes back within the off-delay goes on with it; one
 * that comes back later is a new alarm with a new onset, and closes the one before where that still waits for somebody. The steps are those of
 * {@link LifeCycle}.
 *
 * <p>Every change has the next seq and is written at once: state, level, limit, what was done about it. Changes of nothing but persons, evidence and plan
 * version are written at most once in {@link AlarmOptions#quietMillis()}; the newest of them is never lost, only late by as much. While open, the
 * alarm is repeated at each multiple of the report time as it was written last, unless it was written at that moment.
 */
final class AlarmCase {
    static final String REASON_RETURNED = "condition ended";
    static final String REASON_AGAIN = "raised again";

    /** More comments than this are a log book. */
    private static final int MOST_COMMENTS = 20;

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
    private @Nullable AlarmChange told;
    private boolean untold;
    private long repeated;
    private @Nullable String highestLevel;
    private @Nullable Long unheardSince;
    private @Nullable String exceededApproval;

    /** What the open alarm becomes; written by {@link #write}. */
    private LifeCycle status = LifeCycle.NORMAL;

    private Handling handling = Handling.NONE;
    private @Nullable Long returned;
    private @Nullable Act cleared;
    private boolean changed;

    /** What the desk knows beyond this alarm. */
    interface Surroundings {
        /** Onset in ordering time that no alarm of this subject has had: this, or a little later. */
        long freeOnset(String kind, String subjectId, long sinceMillis);

        /** A standing order about an alarm; null = none is. */
        @Nullable
        Order order(AlarmCase alarm);

        /** What explains an alarm; null = nothing does. */
        @Nullable
        Cause cause(Finding finding);

        /** By which a gathering is allowed; null = it is not. */
        @Nullable
        Approval approval(AlarmCase alarm);
    }

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
        untold = state.untold();
        repeated = state.repeatedMillis();
        highestLevel = state.highestLevel();
        unheardSince = state.unheardSinceMillis();
        exceededApproval = state.exceededApproval();
        AlarmChange open = state.told();
        told = open;
        if (open != null) {
            status = LifeCycle.of(open.status());
            handling = open.handling();
            returned = open.returnedMillis();
        }
    }

    /** A verdict comes in; {@link #settle} follows. */
    void take(Finding finding, long now) {
        newest = finding;
        if (!finding.active()) {
            ended(now);
            return;
        }
        if (isAnnounced(finding) && goneSince != null) {
            // Pressed again: what was told of it at once has an id of its own, so it is an episode of its own.
            returns(now);
            write(now);
        }
        goneSince = null;
        AlarmChange open = told;
        if (open == null || returned != null) {
            if (conditionSince == null) {
                conditionSince = now;
                conditionOnset = finding.onsetMillis();
            }
            return;
        }
        status = status.after(AlarmEvent.CONDITION);
        if (isUrgent(open.finding(), finding)) {
            changed = true;
        } else {
            untold = !sameFacts(open.finding(), finding);
        }
        if (status == LifeCycle.ACKNOWLEDGED && isGraver(open)) {
            annunciate(now);
        }
    }

    private void ended(long now) {
        conditionSince = null;
        untold = false;
        if (holds() && goneSince == null) {
            goneSince = now;
        }
    }

    private boolean isGraver(AlarmChange than) {
        return AlarmCatalogue.LEVELS.indexOf(level()) > AlarmCatalogue.LEVELS.indexOf(than.level())
                || AlarmCatalogue.PRIORITIES.indexOf(priority()) > AlarmCatalogue.PRIORITIES.indexOf(than.priority());
    }

    /** Does all that is due by now. */
    void settle(long now, Surroundings desk) {
        if (raiseDue() <= now) {
            raise(now, desk);
        }
        if (backDue() <= now) {
            returns(now);
        }
        if (holds()) {
            approve(now, desk);
            putAside(now, desk);
            if (escalationDue() <= now) {
                escalate(now);
            }
            if (reAlarmDue() <= now) {
                annunciate(now);
            }
        }
        if (changed || untoldDue() <= now) {
            write(now);
        }
        AlarmChange open = told;
        if (open != null && repeatDue() <= now) {
            events.add(open.again(now));
            repeated = now;
        }
    }

    private void raise(long now, Surroundings desk) {
        Long since = conditionSince;
        Finding finding = newest;
        if (since == null || finding == null) {
            return;
        }
        if (told != null) {
            step(AlarmEvent.RAISED_AGAIN);
            cleared = Act.bySystem(now, REASON_AGAIN);
            write(now);
        }
        long onset = desk.freeOnset(kind, subjectId, since);
        conditionSince = null;
        status = LifeCycle.NORMAL.after(AlarmEvent.CONDITION);
        highestLevel = findingLevel(finding);
        handling = Handling.NONE;
        exceededApproval = null;
        returned = null;
        unheardSince = now;
        changed = true;
        // Not written yet: what is put aside at once is never told as raised.
        told = new AlarmChange(
                names.alarm(finding, onset),
                finding.site(),
                kind,
                AlarmStatus.RAISED_UNACKNOWLEDGED,
                findingLevel(finding),
                AlarmCatalogue.priority(definition, findingLevel(finding)),
                definition.nameZh(),
                definition.nameEn(),
                finding,
                onset,
                conditionOnset,
                now,
                null,
                null,
                handling,
                false,
                now,
                isAnnounced(finding) ? 1 : 0);
    }

    /** The condition has ended: what becomes of the alarm is said by its closing. */
    private void returns(long now) {
        Long since = goneSince;
        if (since == null || told == null) {
            return;
        }
        goneSince = null;
        returned = since;
        LifeCycle was = status;
        step(definition.closing().atReturn(highestLevel == null ? told.level() : highestLevel));
        handling = handling.withShelved(null).withAside(null);
        unheardSince = null;
        if (status == LifeCycle.CLEARED) {
            cleared = Act.bySystem(now, was.isAside() ? REASON_RETURNED + " while " + words(was) : REASON_RETURNED);
        }
    }

    private void putAside(long now, Surroundings desk) {
        Aside shelved = handling.shelved();
        if (shelved != null && shelved.untilMillis() != null && shelved.untilMillis() <= now) {
            shelved = null;
            handling = handling.withShelved(null);
            changed = true;
        }
        Finding finding = newest;
        LifeCycle wanted = null;
        Aside by = null;
        if (!definition.lifeSafety() && finding != null) {
            Order order = desk.order(this);
            if (order != null && order.what() == Order.What.OUT_OF_SERVICE) {
                wanted = LifeCycle.OUT_OF_SERVICE;
                by = order.aside();
            } else if (shelved != null) {
                wanted = LifeCycle.SHELVED;
                by = shelved;
            } else if (order != null) {
                wanted = LifeCycle.SUPPRESSED;
                by = order.aside();
            } else {
                Cause cause = desk.cause(finding);
                if (cause != null) {
                    wanted = LifeCycle.SUPPRESSED;
                    by = new Aside(cause.alarmId(), null, null);
                }
            }
        }
        if (status.isAside() && status != wanted) {
            step(status.bringingBack());
            handling = handling.withAside(null);
            unheardSince = now;
        }
        if (wanted != null && status != wanted) {
            step(wanted.puttingAside());
            handling = handling.withAcknowledged(null);
            unheardSince = null;
        }
        if (!Objects.equals(handling.aside(), by)) {
            handling = handling.withAside(by);
            changed = true;
        }
    }

    private void approve(long now, Surroundings desk) {
        if (!isGathering()) {
            return;
        }
        Approval approval = desk.approval(this);
        if (approval != null && !approval.covers(people())) {
            // Once it has outgrown what was approved it stays so, however many leave again: no chatter.
            exceededApproval = approval.commandId();
            approval = null;
        }
        if (!Objects.equals(handling.approved(), approval)) {
            boolean ends = approval == null;
            handling = handling.withApproved(approval);
            changed = true;
            if (ends) {
                annunciate(now);
            }
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

    // What a person does. Each answers why it is not done; null = it is.

    @Nullable
    String acknowledge(Act act) {
        if (status.next(AlarmEvent.ACKNOWLEDGE) == null) {
            Act by = handling.acknowledged();
            return by != null ? "acknowledged already by " + by.by() : "cannot be acknowledged, being " + words(status);
        }
        step(AlarmEvent.ACKNOWLEDGE);
        handling = handling.withAcknowledged(act);
        unheardSince = null;
        if (status == LifeCycle.CLEARED) {
            cleared = act;
        }
        return null;
    }

    @Nullable
    String shelve(String commandId, Act act, long untilMillis) {
        if (definition.lifeSafety()) {
            return kind + " cannot be shelved: acknowledge it";
        }
        if (!holds()) {
            return "its condition has ended: nothing is left to shelve";
        }
        handling = handling.withShelved(new Aside(commandId, act, untilMillis));
        changed = true;
        return null;
    }

    @Nullable
    String unshelve() {
        if (handling.shelved() == null) {
            return "is not shelved";
        }
        handling = handling.withShelved(null);
        changed = true;
        return null;
    }

    @Nullable
    String reset(Act act) {
        if (definition.closing() != Closing.LATCH) {
            return kind + " does not latch: " + (isGathering() ? "clear it" : "acknowledge it");
        }
        if (status.next(AlarmEvent.RESET) == null) {
            return status == LifeCycle.LATCHED_UNACKNOWLEDGED ? "acknowledge it first" : stillHolds();
        }
        close(AlarmEvent.RESET, act);
        return null;
    }

    @Nullable
    String clear(Act act) {
        if (holds()) {
            return stillHolds();
        }
        if (definition.closing() == Closing.LATCH) {
            return kind + " latches: acknowledge, then reset it";
        }
        close(AlarmEvent.CLEAR, act);
        return null;
    }

    @Nullable
    String comment(Act act) {
        List<Act> all = new ArrayList<>(handling.comments());
        if (all.size() == MOST_COMMENTS) {
            all.remove(0);
        }
        all.add(act);
        handling = handling.withComments(List.copyOf(all));
        changed = true;
        return null;
    }

    private void close(AlarmEvent event, Act act) {
        step(event);
        cleared = act;
    }

    private String stillHolds() {
        return "its condition still holds: acknowledge" + (definition.lifeSafety() ? "" : " or shelve") + " it";
    }

    private static String words(LifeCycle status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    // What is due when; Long.MAX_VALUE = not at all.

    private long raiseDue() {
        Long since = conditionSince;
        return since == null ? Long.MAX_VALUE : since + options.onDelay(definition);
    }

    private long backDue() {
        Long since = goneSince;
        return since == null ? Long.MAX_VALUE : since + options.offDelay(definition);
    }

    private long untoldDue() {
        AlarmChange open = told;
        return open == null || !untold ? Long.MAX_VALUE : open.timeMillis() + options.quietMillis();
    }

    private long repeatDue() {
        if (told == null) {
            return Long.MAX_VALUE;
        }
        long every = holds() ? options.reportMillis() : options.waitingReportMillis();
        return (Math.floorDiv(repeated, every) + 1) * every;
    }

    private long shelfDue() {
        Aside shelved = handling.shelved();
        return shelved == null || shelved.untilMillis() == null || !holds() ? Long.MAX_VALUE : shelved.untilMillis();
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
        Long after = options.reAlarmMillis().get(kind);
        return by == null || after == null || status != LifeCycle.ACKNOWLEDGED ? Long.MAX_VALUE : by.atMillis() + after;
    }

    private long due() {
        long due = Math.min(Math.min(raiseDue(), backDue()), Math.min(untoldDue(), repeatDue()));
        return Math.min(Math.min(due, shelfDue()), Math.min(escalationDue(), reAlarmDue()));
    }

    private void step(AlarmEvent event) {
        status = status.after(event);
        changed = true;
    }

    /** Writes what the open alarm has become. */
    private void write(long now) {
        AlarmChange was = told;
        changed = false;
        if (was == null) {
            return;
        }
        Finding finding = was.returnedMillis() != null || newest == null ? was.finding() : newest;
        String level = level();
        AlarmChange next = new AlarmChange(
                was.alarmId(),
                was.site(),
                kind,
                Objects.requireNonNull(status.status()),
                level,
                priority(),
                was.nameZh(),
                was.nameEn(),
                finding,
                was.onsetOrderMillis(),
                was.onsetMillis(),
                was.raisedMillis(),
                returned,
                cleared,
                handling,
                false,
                now,
                was.seq() + 1);
        events.add(next);
        untold = false;
        repeated = now;
        highestLevel = highestLevel == null ? level : AlarmCatalogue.higherLevel(highestLevel, level);
        told = next;
        if (status == LifeCycle.CLEARED) {
            told = null;
            status = LifeCycle.NORMAL;
            handling = Handling.NONE;
            returned = null;
            cleared = null;
            goneSince = null;
            unheardSince = null;
            highestLevel = null;
            exceededApproval = null;
        }
    }

    /** That of the newest verdict while the condition holds, else the last one; never below what it was escalated to. */
    private String level() {
        AlarmChange was = told;
        Finding finding = newest;
        String own = was == null
                ? definition.level()
                : returned == null && finding != null && finding.active() ? findingLevel(finding) : was.level();
        Escalation escalated = handling.escalated();
        return escalated == null ? own : AlarmCatalogue.higherLevel(own, escalated.level());
    }

    private String priority() {
        String own = AlarmCatalogue.priority(definition, level());
        Escalation escalated = handling.escalated();
        return escalated == null ? own : AlarmCatalogue.higherPriority(own, escalated.priority());
    }

    private String findingLevel(Finding finding) {
        return AlarmCatalogue.LEVELS.contains(finding.level()) ? finding.level() : definition.level();
    }

    /** Whether an alarm is open whose condition has not been told as ended. */
    boolean holds() {
        return told != null && returned == null;
    }

    boolean isOpen() {
        return told != null;
    }

    boolean isGathering() {
        return definition.closing() == Closing.CONFIRM;
    }

    private int people() {
        Finding finding = newest;
        return finding == null ? 0 : finding.confirmed() + finding.stale() + finding.possible();
    }

    /** Whether an order or a command is about it. */
    boolean isMeantBy(Target target) {
        AlarmChange open = told;
        if (open == null) {
            return false;
        }
        Finding now = newest;
        return target.covers(
                open.alarmId(), now == null || open.returnedMillis() != null ? open.finding() : now, names);
    }

    /** Whether an approval is about it, and it has not outgrown that. */
    boolean isApprovedBy(Approval approval) {
        return !approval.commandId().equals(exceededApproval) && isMeantBy(approval.target());
    }

    String kind() {
        return kind;
    }

    String subjectId() {
        return subjectId;
    }

    @Nullable
    AlarmChange told() {
        return told;
    }

    @Nullable
    Finding newest() {
        return newest;
    }

    /** What was written, in this order. */
    List<AlarmChange> events() {
        return events;
    }

    /** @return null = there is nothing to remember */
    @Nullable
    AlarmState state() {
        if (told == null && conditionSince == null) {
            return null;
        }
        return new AlarmState(
                kind,
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
                due());
    }

    /** Whether seq 1 has been told already, at the moment of the finding, by who does not wait for time: {@code rules/device/SosRule}. */
    private static boolean isAnnounced(Finding finding) {
        return finding.kind().equals("sos") && finding.stage().equals("device");
    }

    /** What must be known at once. */
    private static boolean isUrgent(Finding told, Finding now) {
        return !told.level().equals(now.level())
                || !Objects.equals(told.limit(), now.limit())
                || !told.ruleId().equals(now.ruleId())
                || told.ruleVersion() != now.ruleVersion()
                || !told.reasons().equals(now.reasons());
    }

    private static boolean sameFacts(Finding told, Finding now) {
        return told.trackableIds().equals(now.trackableIds())
                && told.fenceIds().equals(now.fenceIds())
                && told.confirmed() == now.confirmed()
                && told.possible() == now.possible()
                && told.stale() == now.stale()
                && Objects.equals(told.observed(), now.observed())
                && told.planVersion().equals(now.planVersion())
                && told.evidence().equals(now.evidence());
    }
}
