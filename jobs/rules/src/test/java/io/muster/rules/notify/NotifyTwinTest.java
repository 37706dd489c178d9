package io.muster.rules.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.alarm.Act;
import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmDefinition;
import io.muster.rules.alarm.AlarmStatus;
import io.muster.rules.alarm.Approval;
import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Escalation;
import io.muster.rules.alarm.Handling;
import io.muster.rules.alarm.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random lives of alarms, with people joining and leaving, levels rising and falling, put aside and back, against the obvious way: whoever is to be told is
 * told unless one of the messages so far said something at least as grave to them. Gas, which makes a message graver, is not in it.
 */
class NotifyTwinTest {
    private static final List<String> KINDS =
            List.of("gathering", "gathering", "boundary", "visitor_expired", "fall", "low_battery", "clock_fault");
    private static final List<String> LEVELS = List.of("blue", "yellow", "orange", "red");
    private static final List<String> PRIORITIES = List.of("low", "medium", "high", "critical");
    private static final List<String> PEOPLE = List.of("A", "B", "C", "D", "E", "F");
    private static final List<AlarmStatus> ASIDE =
            List.of(AlarmStatus.SHELVED, AlarmStatus.SUPPRESSED, AlarmStatus.OUT_OF_SERVICE);
    private static final List<AlarmStatus> WAITING = List.of(
            AlarmStatus.RETURNED_UNACKNOWLEDGED,
            AlarmStatus.LATCHED_UNACKNOWLEDGED,
            AlarmStatus.LATCHED_ACKNOWLEDGED,
            AlarmStatus.CLEARED);

    /** What one is told: the parts of a message that the twin knows. */
    private record Said(
            String recipient,
            String occasion,
            boolean ended,
            @Nullable Long due,
            long millis,
            long seq) {}

    @Test
    void whatIsToldIsWhatTheObviousWayTells() {
        long seeds = Seeds.upTo(300);
        int messages = 0;
        int quietly = 0;
        int ends = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            Random random = new Random(seed);
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            Driven<NotifyState, AlarmTold, Message> rule = new Driven<>(new NotifyRule());
            List<Said> told = new ArrayList<>();
            for (AlarmTold each : life(random, kind)) {
                int before = told.size();
                told.addAll(due(each, told));
                quietly += told.size() == before ? 1 : 0;
                rule.give(each);
                assertEquals(
                        told,
                        rule.told().stream().map(NotifyTwinTest::said).toList(),
                        "seeds 1.." + seeds + ", seed " + seed + ": " + each);
                if (each.alarm().returnedMillis() != null && !each.alarm().report()) {
                    assertNull(rule.state(), "seed " + seed);
                }
            }
            messages += told.size();
            ends += (int) told.stream().filter(Said::ended).count();
        }
        String much = messages + " messages, of them " + ends + " ends, and " + quietly + " changes without any";
        System.out.println("NotifyTwinTest: seeds 1.." + seeds + ": " + much);
        assertTrue(messages > 5 * seeds && ends > seeds && quietly > 5 * seeds, much);
    }

    private static List<Said> due(AlarmTold in, List<Said> told) {
        AlarmChange alarm = in.alarm();
        List<Said> due = new ArrayList<>();
        if (alarm.report()) {
            return due;
        }
        if (alarm.returnedMillis() != null) {
            if (told.stream().noneMatch(Said::ended)) {
                TreeSet<String> whoWereTold = new TreeSet<>();
                told.forEach(each -> whoWereTold.add(each.recipient()));
                for (String each : whoWereTold) {
                    due.add(new Said(each, "end", true, null, alarm.timeMillis(), 1L + told.size() + due.size()));
                }
            }
            return due;
        }
        boolean blueGathering =
                alarm.kind().equals("gathering") && alarm.level().equals("blue");
        if (ASIDE.contains(alarm.status()) || blueGathering) {
            return due;
        }
        TreeSet<String> people = new TreeSet<>();
        if (List.of("gathering", "boundary", "visitor_expired", "low_battery").contains(alarm.kind())) {
            people.addAll(alarm.finding().trackableIds());
        }
        if (alarm.kind().equals("visitor_expired")) {
            people.addAll(in.hosts());
        }
        for (String each : people) {
            tell(each, alarm.level(), alarm, told, due);
        }
        boolean forManagers = List.of("gathering", "fall").contains(alarm.kind())
                || alarm.level().equals("red")
                || alarm.handling().escalated() != null;
        if (forManagers && alarm.handling().approved() == null) {
            tell("managers", alarm.level() + "/" + alarm.priority(), alarm, told, due);
        }
        return due;
    }

    private static void tell(String recipient, String occasion, AlarmChange alarm, List<Said> told, List<Said> due) {
        boolean knows = told.stream()
                .anyMatch(each -> each.recipient().equals(recipient) && grave(each.occasion()) >= grave(occasion));
        if (!knows) {
            boolean soon = List.of("gathering", "boundary", "fall").contains(alarm.kind());
            Long by = soon ? Long.valueOf(alarm.timeMillis() + 5_000) : null;
            due.add(new Said(recipient, occasion, false, by, alarm.timeMillis(), 1L + told.size() + due.size()));
        }
    }

    /** First by level, then by priority where there is one. */
    private static int grave(String occasion) {
        String[] parts = occasion.split("/", -1);
        return LEVELS.indexOf(parts[0]) * 100 + (parts.length > 1 ? PRIORITIES.indexOf(parts[1]) : 0);
    }

    /** From being raised to after it was cleared. */
    private static List<AlarmTold> life(Random random, String kind) {
        AlarmDefinition definition = AlarmCatalogue.get(kind);
        List<AlarmTold> life = new ArrayList<>();
        TreeSet<String> people = new TreeSet<>(PEOPLE.subList(0, 1 + random.nextInt(3)));
        int level = random.nextInt(4);
        AlarmStatus status = AlarmStatus.RAISED_UNACKNOWLEDGED;
        Handling handling = Handling.NONE;
        Long returned = null;
        long millis = 0;
        long seq = 0;
        int steps = 5 + random.nextInt(25);
        for (int step = 0; step < steps + 3; step++) {
            millis += 1 + random.nextInt(5_000);
            boolean report = false;
            if (step >= steps) {
                returned = returned == null ? Long.valueOf(millis) : returned;
                status = step == steps + 2 ? AlarmStatus.CLEARED : WAITING.get(random.nextInt(WAITING.size()));
            } else {
                switch (random.nextInt(9)) {
                    case 0, 1 -> {
                        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
                        if (!people.remove(person)) {
                            people.add(person);
                        }
                    }
                    case 2, 3 -> level = Math.max(0, Math.min(3, level + random.nextInt(3) - 1));
                    case 4 -> status = ASIDE.get(random.nextInt(ASIDE.size()));
                    case 5 -> status = AlarmStatus.RAISED_UNACKNOWLEDGED;
                    case 6 -> status = AlarmStatus.ACKNOWLEDGED;
                    case 7 -> handling = handling(random, kind, millis);
                    default -> report = true;
                }
            }
            Escalation escalated = handling.escalated();
            String priority = AlarmCatalogue.priority(definition, LEVELS.get(level));
            AlarmChange alarm = new AlarmChange(
                    "alarm-1",
                    "s",
                    kind,
                    status,
                    LEVELS.get(level),
                    escalated == null ? priority : escalated.priority(),
                    definition.nameZh(),
                    definition.nameEn(),
                    Found.of(kind, returned == null, LEVELS.get(level), List.copyOf(people), List.of(), millis, seq),
                    0,
                    0,
                    0,
                    returned,
                    null,
                    handling,
                    report,
                    millis,
                    report ? seq : ++seq);
            life.add(new AlarmTold(alarm, random.nextBoolean() ? List.of("H") : List.of()));
        }
        return life;
    }

    /** Nothing, approved, escalated, or both. */
    private static Handling handling(Random random, String kind, long millis) {
        Target target = new Target("fence", "Z", List.of());
        Approval approved = kind.equals("gathering") && random.nextBoolean()
                ? new Approval("c", target, new Act(1, "li.si", null, "x"), millis + 99_000, null)
                : null;
        Escalation escalated = random.nextInt(3) == 0
                ? new Escalation(millis, "orange", PRIORITIES.get(2 + random.nextInt(2)), "unacknowledged")
                : null;
        return new Handling(null, null, null, approved, escalated, List.of());
    }

    private static Said said(Message m) {
        return new Said(m.recipient(), m.occasion(), m.ended(), m.dueMillis(), m.timeMillis(), m.seq());
    }
}
