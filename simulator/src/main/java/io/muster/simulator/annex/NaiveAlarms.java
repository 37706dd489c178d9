package io.muster.simulator.annex;

import io.muster.contract.codec.Ids;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Clearance;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The alarms of a naive job: raised when something is so at a look, cleared at the first look at which it is not. */
final class NaiveAlarms {
    private static final int ORANGE_FROM = 4;
    private static final int RED_FROM = 7;

    private final String site;
    private final List<Alarm> history = new ArrayList<>();
    private final Map<String, Alarm> open = new HashMap<>();

    NaiveAlarms(String site) {
        this.site = site;
    }

    List<Alarm> history() {
        return List.copyOf(history);
    }

    void say(
            AlarmKind kind,
            String subjectType,
            String subject,
            boolean holds,
            Set<String> people,
            long now,
            long onset) {
        String key = kind + " " + subject;
        Alarm known = open.get(key);
        if (holds && known == null) {
            put(key, alarm(kind, subjectType, subject, people, now, onset, null));
        } else if (!holds && known != null) {
            open.remove(key);
            history.add(alarm(
                    kind,
                    subjectType,
                    subject,
                    new TreeSet<>(known.trackableIds()),
                    known.raisedAt().toEpochMilli(),
                    known.onsetAt().toEpochMilli(),
                    now));
        } else if (holds && known != null && !known.trackableIds().containsAll(people)) {
            TreeSet<String> all = new TreeSet<>(known.trackableIds());
            all.addAll(people);
            put(
                    key,
                    alarm(
                            kind,
                            subjectType,
                            subject,
                            all,
                            known.raisedAt().toEpochMilli(),
                            known.onsetAt().toEpochMilli(),
                            null));
        }
    }

    /** @param groups that hold now; one that shares people with an open alarm is that alarm */
    void gatherings(List<? extends NavigableSet<String>> groups, long now, long onset) {
        Set<String> heard = new HashSet<>();
        for (NavigableSet<String> group : groups) {
            String subject = open.values().stream()
                    .filter(alarm -> alarm.kind() == AlarmKind.GATHERING)
                    .filter(alarm -> alarm.trackableIds().stream().anyMatch(group::contains))
                    .map(alarm -> alarm.subject().id())
                    .sorted()
                    .findFirst()
                    .orElse(now + "-" + group.first());
            heard.add(subject);
            say(AlarmKind.GATHERING, "gathering", subject, true, group, now, onset);
        }
        List<Alarm> over = open.values().stream()
                .filter(alarm -> alarm.kind() == AlarmKind.GATHERING)
                .filter(alarm -> !heard.contains(alarm.subject().id()))
                .toList();
        for (Alarm alarm : over) {
            say(AlarmKind.GATHERING, "gathering", alarm.subject().id(), false, new TreeSet<>(), now, onset);
        }
    }

    private void put(String key, Alarm alarm) {
        open.put(key, alarm);
        history.add(alarm);
    }

    private Alarm alarm(
            AlarmKind kind,
            String subjectType,
            String subject,
            Set<String> people,
            long raised,
            long onset,
            @Nullable Long cleared) {
        Level level =
                people.size() >= RED_FROM ? Level.RED : people.size() >= ORANGE_FROM ? Level.ORANGE : Level.YELLOW;
        Instant end = cleared == null ? null : Instant.ofEpochMilli(cleared);
        return new Alarm(
                Ids.uuid5(site, "naive", kind.wire(), subject, Long.toString(raised)),
                site,
                history.size() + 1L,
                kind,
                new Name(kind.wire(), kind.wire()),
                end == null ? AlarmState.RAISED_UNACKNOWLEDGED : AlarmState.CLEARED,
                level,
                null,
                new Subject(subjectType, subject),
                List.of(),
                people.stream().sorted().toList(),
                null,
                Instant.ofEpochMilli(onset),
                Instant.ofEpochMilli(raised),
                null,
                end,
                end == null ? null : new Clearance(end, "system", null),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
