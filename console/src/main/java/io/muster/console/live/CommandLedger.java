package io.muster.console.live;

import io.muster.consumer.CommandEffect;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What became of the commands of a site. The alarm desk of the job answers by a change of an alarm, or by a record among the rejects; a command that stands for
 * alarms to come has no other answer than that nobody refused it. Safe for use by several threads.
 */
public final class CommandLedger {
    /** The oldest are forgotten: who asks, asks at once. */
    private static final int MOST = 10_000;

    /** A command about several alarms changes them at one moment; what changes much later has another cause. */
    private static final long SAME_ANSWER_MILLIS = 5_000;

    /** What is known of a command. */
    public enum State {
        /** Nobody said anything yet: the job does not run, or has not come to it. */
        WAITING,
        /** It was done, or stands. */
        ACCEPTED,
        REFUSED
    }

    /**
     * @param takenAt when the broker took it; null = not known yet
     * @param detail of a refusal: why
     * @param alarmIds those that it changed, as far as heard
     */
    public record Entry(
            AlarmCommand command,
            @Nullable Instant takenAt,
            State state,
            @Nullable String detail,
            List<String> alarmIds) {
        public Entry {
            alarmIds = List.copyOf(alarmIds);
        }

        private Entry with(@Nullable Instant at, State now, @Nullable String why, List<String> alarms) {
            return new Entry(command, at, now, why, alarms);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    /** Refusals that were read before what they refuse. */
    private final Map<String, String> refusals = new LinkedHashMap<>();

    private @Nullable Instant lastTick;

    public synchronized @Nullable Entry entry(String commandId) {
        return entries.get(commandId);
    }

    /** Whether the alarm desk refused it, as far as the rejects of the site are kept. */
    public synchronized boolean isRefused(String commandId) {
        Entry entry = entries.get(commandId);
        return refusals.containsKey(commandId) || (entry != null && entry.state() == State.REFUSED);
    }

    /** Somebody here asks for it. */
    synchronized void asked(AlarmCommand command) {
        entries.putIfAbsent(command.commandId(), new Entry(command, null, State.WAITING, null, List.of()));
        shrink(entries);
    }

    /** It was read from its topic, whoever sent it. */
    synchronized void taken(AlarmCommand command, Instant at) {
        asked(command);
        Entry entry = entries.get(command.commandId());
        String why = refusals.remove(command.commandId());
        if (entry != null) {
            State state = why == null ? entry.state() : State.REFUSED;
            entries.put(
                    command.commandId(), entry.with(at, state, why == null ? entry.detail() : why, entry.alarmIds()));
        }
        judge();
    }

    synchronized void refused(String commandId, String why) {
        Entry entry = entries.get(commandId);
        if (entry == null) {
            refusals.put(commandId, why);
            shrink(refusals);
        } else {
            entries.put(commandId, entry.with(entry.takenAt(), State.REFUSED, why, entry.alarmIds()));
        }
    }

    /** The job is alive at this time of the broker's clock. */
    synchronized void ticked(Instant at) {
        lastTick = at;
        judge();
    }

    /** An alarm changed: the answer to whoever asked for just that. */
    synchronized void changed(Alarm alarm, Instant at) {
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            AlarmCommand command = entry.command();
            boolean over = entry.state() == State.REFUSED
                    || (entry.state() == State.ACCEPTED
                            && at.isAfter(told(entry).plusMillis(SAME_ANSWER_MILLIS)));
            if (over || !meant(command, alarm)) {
                continue;
            }
            @Nullable Predicate<Alarm> effect = CommandEffect.of(command);
            if (effect != null && effect.test(alarm) && !entry.alarmIds().contains(alarm.alarmId())) {
                List<String> alarms = new ArrayList<>(entry.alarmIds());
                alarms.add(alarm.alarmId());
                each.setValue(entry.with(entry.takenAt(), State.ACCEPTED, null, alarms));
            }
        }
    }

    private static Instant told(Entry entry) {
        return entry.takenAt() == null ? Instant.EPOCH : entry.takenAt();
    }

    private static boolean meant(AlarmCommand command, Alarm alarm) {
        String id = command.target().id();
        return switch (command.target().type()) {
            case "alarm" -> id.equals(alarm.alarmId());
            case "site" -> true;
            default ->
                id.equals(alarm.subject().id())
                        || alarm.fenceIds().contains(id)
                        || alarm.trackableIds().contains(id);
        };
    }

    private void judge() {
        Instant tick = lastTick;
        if (tick == null) {
            return;
        }
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            Instant at = entry.takenAt();
            if (entry.state() == State.WAITING
                    && at != null
                    && CommandEffect.of(entry.command()) == null
                    && tick.isAfter(at.plusMillis(CommandEffect.UNREFUSED_MILLIS))) {
                each.setValue(entry.with(at, State.ACCEPTED, null, List.of()));
            }
        }
    }

    private static void shrink(Map<String, ?> map) {
        Iterator<String> oldest = map.keySet().iterator();
        while (map.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }
}
