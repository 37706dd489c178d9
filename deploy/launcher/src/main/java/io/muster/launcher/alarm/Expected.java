package io.muster.launcher.alarm;

import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.AlarmState;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** By what a command is known to be done: how an alarm looks afterwards. */
final class Expected {

    /** Null: it may change no alarm at all, since it stands for those to come. */
    static @Nullable Predicate<Alarm> of(AlarmCommand command) {
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

    private Expected() {}
}
