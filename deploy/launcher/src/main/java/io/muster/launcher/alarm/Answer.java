package io.muster.launcher.alarm;

import io.muster.contract.value.Alarm;
import java.util.List;

/**
 * What became of a command.
 *
 * @param alarms those that it changed; empty where it stands for alarms to come
 * @param detail of a refusal: why; otherwise what is worth saying, may be empty
 */
public record Answer(Outcome outcome, List<Alarm> alarms, String detail) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        /** Nobody said anything in time. */
        UNANSWERED
    }
}
