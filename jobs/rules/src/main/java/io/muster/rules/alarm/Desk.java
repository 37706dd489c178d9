package io.muster.rules.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The alarms of a site, laid open for one call. What one finding needs is in one drawer; everything is looked through where something changes for all. */
final class Desk implements Surroundings {
    /** A repeated command is known as one for so long, ms. Who asks again later means it. */
    static final long ANSWERED_MILLIS = 3_600_000;

    static final int MOST_ANSWERED = 1_000;
    /** Onsets are moved apart by milliseconds; nobody raises and clears an alarm so often in one. */
    private static final long ONSETS_APART_MILLIS = 500;

    private final AlarmOptions options;
    private final AlarmNames names;
    private final long now;
    private final List<Drawer> drawers;
    private final List<DeskOutput> events = new ArrayList<>(2);
    private List<Tombstone> closed;
    private List<Order> orders;
    private List<Approval> approvals;
    private List<Cause> causes;
    private List<AppliedCommand> answered;
    /** Something that every alarm looks at has changed. */
    private boolean isDifferent;

    Desk(AlarmOptions options, AlarmNames names, @Nullable AlarmDeskState state, long now) {
        this.options = options;
        this.names = names;
        this.now = now;
        AlarmDeskState was = state == null
                ? new AlarmDeskState(List.of(), List.of(), List.of(), List.of(), List.of(), List.of())
                : state;
        this.drawers = new ArrayList<>(was.drawers());
        while (drawers.size() < Drawer.DRAWERS) {
            drawers.add(Drawer.EMPTY);
        }
        this.closed = was.closed();
        this.orders = was.orders();
        this.approvals = was.approvals();
        this.causes = was.causes();
        this.answered = was.answered();
    }

    long now() {
        return now;
    }

    void take(Finding finding) {
        int drawer = Drawer.of(finding.kind(), finding.subjectId());
        List<AlarmState> alarms = drawers.get(drawer).alarms();
        int at = find(alarms, finding.kind(), finding.subjectId());
        AlarmCase one = at >= 0
                ? new AlarmCase(options, names, alarms.get(at))
                : new AlarmCase(options, names, finding.kind(), finding.subjectId());
        one.take(finding, now);
        one.settle(now, this);
        take(one);
        AlarmState next = one.state();
        if (at < 0 && next == null) {
            return;
        }
        List<AlarmState> changed = new ArrayList<>(alarms);
        if (at < 0) {
            changed.add(-at - 1, next);
        } else if (next == null) {
            changed.remove(at);
        } else {
            changed.set(at, next);
        }
        drawers.set(drawer, Drawer.holding(changed));
    }

    /** Whatever was waited for until now. */
    void wake() {
        orders = without(orders, each -> each.isOver(now));
        approvals = without(approvals, each -> each.untilMillis() <= now);
        causes = without(causes, each -> each.endsMillis() != null && each.endsMillis() <= now);
        int known = 0;
        while (known < answered.size() && answered.get(known).atMillis() + ANSWERED_MILLIS <= now) {
            known++;
        }
        answered = known == 0 ? answered : List.copyOf(answered.subList(known, answered.size()));
        each(drawer -> drawer.dueMillis() <= now, one -> {});
        int forgotten = 0;
        while (forgotten < closed.size() && closed.get(forgotten).clearedMillis() + options.forgetMillis() <= now) {
            events.add(DeskOutput.forgotten(closed.get(forgotten++), now));
        }
        closed = forgotten == 0 ? closed : List.copyOf(closed.subList(forgotten, closed.size()));
    }

    /** Every alarm that is open and meant. */
    void each(Target target, Consumer<OpenAlarm> what) {
        each(drawer -> true, one -> {
            OpenAlarm open = one.open();
            if (open != null && open.isMeantBy(target)) {
                what.accept(open);
            }
        });
    }

    /** Until nothing is different any more: a cause that ends may let another one rise. */
    void settle() {
        while (isDifferent) {
            isDifferent = false;
            each(drawer -> true, one -> {});
        }
    }

    private void each(Predicate<Drawer> which, Consumer<AlarmCase> what) {
        for (int i = 0; i < drawers.size(); i++) {
            Drawer drawer = drawers.get(i);
            if (drawer.alarms().isEmpty() || !which.test(drawer)) {
                continue;
            }
            List<AlarmState> next = new ArrayList<>(drawer.alarms().size());
            for (AlarmState state : drawer.alarms()) {
                AlarmCase one = new AlarmCase(options, names, state);
                what.accept(one);
                one.settle(now, this);
                take(one);
                AlarmState after = one.state();
                if (after != null) {
                    next.add(after);
                }
            }
            drawers.set(i, Drawer.holding(next));
        }
    }

    /** What an alarm tells, and what it changes for others. */
    private void take(AlarmCase one) {
        for (AlarmChange each : one.events()) {
            events.add(DeskOutput.of(each));
            if (each.status() == AlarmStatus.CLEARED) {
                closed = with(closed, Tombstone.of(each));
            }
        }
        if (Suppression.isCause(one.kind())) {
            cause(one);
        }
    }

    private void cause(AlarmCase one) {
        int at = -1;
        for (int i = 0; i < causes.size(); i++) {
            at = causes.get(i).isOf(one.kind(), one.subjectId()) ? i : at;
        }
        OpenAlarm open = one.open();
        if (open != null && open.holds()) {
            AlarmChange told = open.told();
            Finding finding = told.finding();
            Cause cause = new Cause(
                    told.alarmId(), one.kind(), one.subjectId(), finding.vendor(), finding.trackableIds(), null);
            if (at < 0 || !causes.get(at).equals(cause)) {
                causes = at < 0 ? with(causes, cause) : replaced(causes, at, cause);
                isDifferent = true;
            }
        } else if (at >= 0 && causes.get(at).endsMillis() == null) {
            causes = replaced(causes, at, causes.get(at).ending(now + options.suppressionHoldMillis()));
        }
    }

    @Override
    public long freeOnset(String kind, String subjectId, long sinceMillis) {
        long free = sinceMillis;
        for (int i = closed.size() - 1; i >= 0; i--) {
            Tombstone each = closed.get(i);
            if (each.clearedMillis() < sinceMillis - ONSETS_APART_MILLIS) {
                break;
            }
            if (each.kind().equals(kind) && each.subjectId().equals(subjectId)) {
                free = Math.max(free, each.onsetOrderMillis() + 1);
            }
        }
        return free;
    }

    @Override
    public @Nullable Order order(OpenAlarm alarm) {
        Order found = null;
        for (Order each : orders) {
            if (!each.isOver(now)
                    && alarm.isMeantBy(each.target())
                    && (found == null || each.what() == Order.What.OUT_OF_SERVICE)) {
                found = each;
            }
        }
        return found;
    }

    @Override
    public @Nullable Cause cause(Finding finding) {
        if (Suppression.isConsequence(finding.kind())) {
            for (Cause each : causes) {
                if ((each.endsMillis() == null || each.endsMillis() > now) && Suppression.is(each, finding)) {
                    return each;
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable Approval approval(OpenAlarm alarm) {
        for (Approval each : approvals) {
            if (each.untilMillis() > now && alarm.isApprovedBy(each)) {
                return each;
            }
        }
        return null;
    }

    boolean isAnswered(String commandId) {
        return answered.stream().anyMatch(each -> each.commandId().equals(commandId));
    }

    void answered(String commandId) {
        List<AppliedCommand> all = new ArrayList<>(answered);
        if (all.size() == MOST_ANSWERED) {
            all.remove(0);
        }
        all.add(new AppliedCommand(commandId, now));
        answered = List.copyOf(all);
    }

    List<Order> orders() {
        return orders;
    }

    void orders(List<Order> next) {
        orders = next;
        isDifferent = true;
    }

    List<Approval> approvals() {
        return approvals;
    }

    void approvals(List<Approval> next) {
        approvals = next;
        isDifferent = true;
    }

    void refuse(RefusedCommand refusal) {
        events.add(DeskOutput.refused(refusal));
    }

    List<DeskOutput> events() {
        return events;
    }

    /** @return null = there is nothing to remember */
    @Nullable
    AlarmDeskState state() {
        boolean isEmpty = drawers.stream().allMatch(each -> each.alarms().isEmpty())
                && closed.isEmpty()
                && orders.isEmpty()
                && approvals.isEmpty()
                && causes.isEmpty()
                && answered.isEmpty();
        return isEmpty ? null : new AlarmDeskState(List.copyOf(drawers), closed, orders, approvals, causes, answered);
    }

    /** When something wants to be looked at; null = nothing does. */
    @Nullable
    Long due() {
        long due = Long.MAX_VALUE;
        for (Drawer each : drawers) {
            due = Math.min(due, each.dueMillis());
        }
        if (!closed.isEmpty()) {
            due = Math.min(due, closed.get(0).clearedMillis() + options.forgetMillis());
        }
        if (!answered.isEmpty()) {
            due = Math.min(due, answered.get(0).atMillis() + ANSWERED_MILLIS);
        }
        for (Order each : orders) {
            due = Math.min(due, each.untilMillis() == null ? due : each.untilMillis());
        }
        for (Approval each : approvals) {
            due = Math.min(due, each.untilMillis());
        }
        for (Cause each : causes) {
            due = Math.min(due, each.endsMillis() == null ? due : each.endsMillis());
        }
        return due == Long.MAX_VALUE ? null : due;
    }

    /** @return where it is, or where it would be as -(place) - 1 */
    private static int find(List<AlarmState> alarms, String kind, String subjectId) {
        for (int i = 0; i < alarms.size(); i++) {
            int order = alarms.get(i).compareKey(kind, subjectId);
            if (order >= 0) {
                return order == 0 ? i : -i - 1;
            }
        }
        return -alarms.size() - 1;
    }

    private <T> List<T> without(List<T> all, Predicate<T> over) {
        if (all.stream().noneMatch(over)) {
            return all;
        }
        isDifferent = true;
        return all.stream().filter(over.negate()).toList();
    }

    static <T> List<T> with(List<T> all, T more) {
        List<T> next = new ArrayList<>(all);
        next.add(more);
        return List.copyOf(next);
    }

    private static <T> List<T> replaced(List<T> all, int at, T by) {
        List<T> next = new ArrayList<>(all);
        next.set(at, by);
        return List.copyOf(next);
    }
}
