package io.muster.launcher.lines;

import io.muster.contract.topic.TopicKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code tail} can watch: the topics under the names that people use for them. */
public enum Subject {
    ALARMS(TopicKind.ALARMS),
    ALARM_STATES(TopicKind.ALARM_STATES),
    OCCUPANCY(TopicKind.ZONE_OCCUPANCY),
    WINDOWS(TopicKind.OCCUPANCY_WINDOWS),
    GATHERINGS(TopicKind.GATHERING_EVENTS),
    FENCE_EVENTS(TopicKind.FENCE_EVENTS),
    MOTIONS(TopicKind.TRACKABLE_MOTIONS),
    COMPLIANCE(TopicKind.COMPLIANCE),
    REJECTS(TopicKind.REJECTED_UPDATES),
    LOCATIONS(TopicKind.LOCATION_UPDATES),
    PROXIMITY(TopicKind.PROXIMITY_UPDATES),
    STATUS(TopicKind.PROVIDER_STATUS),
    COMMANDS(TopicKind.ALARM_COMMANDS),
    NOTIFICATIONS(TopicKind.NOTIFICATIONS);

    private final TopicKind kind;

    Subject(TopicKind kind) {
        this.kind = kind;
    }

    public TopicKind kind() {
        return kind;
    }

    /** {@code fence-events}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word or by the name of its topic; null when there is none. */
    public static @Nullable Subject of(String word) {
        return Arrays.stream(values())
                .filter(subject ->
                        subject.word().equals(word) || subject.kind.wire().equals(word))
                .findFirst()
                .orElse(null);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Subject::word).toList();
    }
}
