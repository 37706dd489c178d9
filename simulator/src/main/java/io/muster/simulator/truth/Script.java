package io.muster.simulator.truth;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.Subject;
import io.muster.simulator.event.Expectation;
import io.muster.simulator.event.GateTrick;
import io.muster.simulator.event.Played;
import io.muster.simulator.people.Person;
import io.muster.simulator.scenario.EventKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was scripted and no way shows: alarms that are due because it was written so, gates that write no pass, alarms that are switched off. In simulated time. */
final class Script {
    private final Map<String, Person> members = new HashMap<>();
    private final Map<String, String> fenceIds = new HashMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<GateTrick> unrecorded = new ArrayList<>();
    private final Map<String, Spans> silences = new HashMap<>();

    Script(Plan plan, List<Person> people) {
        people.forEach(person -> members.put(person.member(), person));
        plan.fences().forEach(fence -> fenceIds.put(fence.foreignId(), fence.id()));
    }

    /** @param shiftMillis what is added to the times of the cycle */
    void add(List<Played> cycle, long shiftMillis) {
        for (Played played : cycle) {
            played.expectations().forEach(each -> happenings.add(happening(each, shiftMillis)));
            for (GateTrick trick : played.tricks()) {
                if (trick.kind() == GateTrick.Kind.UNRECORDED) {
                    unrecorded.add(new GateTrick(
                            trick.member(),
                            trick.gate(),
                            trick.fromMillis() + shiftMillis,
                            trick.untilMillis() + shiftMillis,
                            trick.kind()));
                }
            }
            String zone = played.event().zone();
            if (played.event().kind() == EventKind.UNIT_SHUTDOWN && zone != null) {
                long from = played.atMillis() + shiftMillis;
                Spans silent = new Spans();
                silent.add(from, from + played.event().forMillis());
                silences.merge(zone, silent, Spans::plus);
            }
        }
    }

    List<Happening> happenings() {
        return happenings;
    }

    /** When the over-capacity alarm of a fence is switched off. */
    Spans silences(PlanFence fence) {
        return silences.getOrDefault(fence.foreignId(), new Spans());
    }

    /** Whether the gate writes no pass of this person then. */
    boolean isUnrecorded(Person person, PlanFence gate, long millis) {
        return unrecorded.stream()
                .anyMatch(trick -> trick.member().equals(person.member())
                        && trick.gate().equals(gate.foreignId())
                        && millis >= trick.fromMillis()
                        && millis < trick.untilMillis());
    }

    private Happening happening(Expectation expected, long shift) {
        Long end = expected.endMillis();
        return new Happening(
                expected.kind(),
                new Subject(expected.subjectType(), subject(expected)),
                expected.onsetMillis() + shift,
                expected.dueMillis() + shift,
                end == null ? Happening.OPEN : end + shift,
                expected.members().stream()
                        .map(member -> person(member).id())
                        .sorted()
                        .toList(),
                expected.level(),
                expected.tolerated());
    }

    private String subject(Expectation expected) {
        return switch (expected.subjectType()) {
            case "trackable" -> person(expected.subject()).id();
            case "provider" -> person(expected.subject()).tags().get(0).providerId();
            case "fence" -> fenceId(expected.subject());
            default -> expected.subject();
        };
    }

    private String fenceId(String foreignId) {
        String id = fenceIds.get(foreignId);
        if (id == null) {
            throw new IllegalStateException("the plan has no fence " + foreignId);
        }
        return id;
    }

    private Person person(String member) {
        Person person = members.get(member);
        if (person == null) {
            throw new IllegalStateException("nobody is called " + member);
        }
        return person;
    }
}
