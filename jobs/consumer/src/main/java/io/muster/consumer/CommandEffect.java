package io.muster.consumer;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.AlarmState;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** By what a command is known to be done: how an alarm looks afterwards. */
public final class CommandEffect {
    /**
     * A command that stands for alarms to come changes none now. It counts as taken when the job, which ticks in the topic of commands, is alive so long after it
     * by the broker's clock and has not refused it: a refusal takes the settle and a second.
     */
    public static final long UNREFUSED_MILLIS = 4_000;

    /** Null: it may change no alarm at all, since it stands for those to come. */
    public static @Nullable Predicate<Alarm> of(AlarmCommand command) {
        String by = command.by();
        return switch (command.command()) {
            case ACKNOWLEDGE ->
                alarm -> (alarm.acknowledged() != null
                                && alarm.acknowledged().by().equals(by))
                        || (alarm.cleared() != null && alarm.cleared().by().equals(by));
            case SHELVE -> alarm -> alarm.state() == AlarmState.SHELVED;
            case UNSHELVE -> alarm -> alarm.state() != AlarmState.SHELVED;
            case RESET, CLEAR -> alarm -> alarm.state() == AlarmState.CLEARED;
            case COMMENT ->
                alarm -> alarm.comments().stream()
                        .anyMatch(each -> each.by().equals(by) && Objects.equals(each.text(), command.reason()));
            case SILENCE, UNSILENCE, APPROVE, UNAPPROVE, RELEASE, REMOVE_FROM_SERVICE, RETURN_TO_SERVICE -> null;
        };
    }

    private CommandEffect() {}
}
