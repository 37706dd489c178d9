package io.muster.rules.alarm;

import io.muster.rules.context.Command;
import java.util.List;

/**
 * Which alarms a command is about.
 *
 * @param type {@code site}, {@code alarm}, {@code fence}, {@code trackable}, {@code provider}, {@code vendor} or {@code gathering}
 * @param id as on the wire
 * @param kinds alarm kinds, sorted; empty = all
 */
public record Target(String type, String id, List<String> kinds) {
    static final String SITE = "site";
    static final String ALARM = "alarm";

    public Target {
        kinds = kinds == null ? List.of() : kinds;
    }

    static Target of(Command command) {
        return new Target(
                command.targetType(),
                command.targetId(),
                command.kinds().stream().distinct().sorted().toList());
    }

    /**
     * Whether an alarm is meant: by its id, by its subject, or because it names the fence or the person.
     *
     * @param names tells its subject's id as the wire has it
     */
    boolean covers(String alarmId, Finding finding, AlarmNames names) {
        if (!kinds.isEmpty() && !kinds.contains(finding.kind())) {
            return false;
        }
        boolean isSubject =
                finding.subjectType().equals(type) && names.subject(finding).equals(id);
        return switch (type) {
            case SITE -> finding.site().equals(id);
            case ALARM -> alarmId.equals(id);
            case "fence" -> isSubject || finding.fenceIds().contains(id);
            case "trackable" -> isSubject || finding.trackableIds().contains(id);
            case "vendor" -> isSubject || id.equals(finding.vendor());
            default -> isSubject;
        };
    }
}
