package io.muster.simulator.scenario;

import io.muster.simulator.day.Members;
import io.muster.simulator.radio.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must fit together within a scenario: names, members, shifts and times. */
final class ScenarioChecks {
    private static final Pattern MEMBER = Pattern.compile("([a-z][a-z0-9-]{0,39})#([1-9][0-9]{0,5})");

    private final Scenario scenario;
    private final Findings findings;
    private final Map<String, Crew> crews = new LinkedHashMap<>();
    private final Map<String, Shift> shifts = new HashMap<>();
    private final Map<String, Crew> permits = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    ScenarioChecks(Scenario scenario, Findings findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        if (scenario.crews().isEmpty()) {
            findings.fault("crews", "missing; expected at least one crew");
        }
        scenario.shifts().forEach(this::shift);
        names();
        sizes();
        for (int i = 0; i < scenario.crews().size(); i++) {
            crew("crews[" + i + "]", scenario.crews().get(i));
        }
        for (int i = 0; i < scenario.events().size(); i++) {
            event("events[" + i + "]", scenario.events().get(i));
        }
        for (int i = 0; i < scenario.faults().size(); i++) {
            fault("faults[" + i + "]", scenario.faults().get(i));
        }
    }

    private void shift(Shift shift) {
        shifts.put(shift.id(), shift);
        if (shift.fromMillis() >= scenario.durationMillis()) {
            findings.fault("shifts." + shift.id() + ".from", "begins after the scenario has ended");
        } else if (shift.untilMillis() <= 0) {
            findings.fault("shifts." + shift.id() + ".until", "is over before the scenario begins");
        }
    }

    /** Crews, people and permits are there once each. */
    private void names() {
        Map<String, String> people = new HashMap<>();
        for (int i = 0; i < scenario.crews().size(); i++) {
            Crew crew = scenario.crews().get(i);
            String path = "crews[" + i + "]";
            if (crews.putIfAbsent(crew.id(), crew) != null) {
                findings.fault(path + ".id", "there is a crew '" + crew.id() + "' already");
            }
            for (int n = 0; n < crew.members().size(); n++) {
                String name = crew.members().get(n);
                String before = people.putIfAbsent(name, crew.id());
                if (before != null) {
                    findings.fault(
                            path + ".members[" + n + "]",
                            "'" + name + "' is in two crews: " + before + " and " + crew.id());
                }
            }
            Crew.Permit permit = crew.permit();
            if (permit != null && permits.putIfAbsent(permit.id(), crew) != null) {
                findings.fault(path + ".permit.id", "there is a permit '" + permit.id() + "' already");
            }
        }
    }

    private void sizes() {
        long fixed = scenario.crews().stream()
                .map(Crew::size)
                .mapToLong(size -> size == null ? 0 : size)
                .sum();
        boolean shared = scenario.crews().stream().anyMatch(ScenarioChecks::hasShare);
        if (fixed > scenario.people()) {
            findings.fault("people", "are " + scenario.people() + ", but the crews' sizes are " + fixed + " together");
        } else if (fixed < scenario.people() && !shared) {
            findings.fault(
                    "people",
                    "are " + scenario.people() + ", but the crews' sizes are " + fixed
                            + " together and no crew has a share of the rest");
        } else {
            scenario.crews().forEach(crew -> counts.put(crew.id(), 0));
            Members.of(scenario, scenario.people())
                    .forEach(member -> counts.merge(member.crew().id(), 1, Integer::sum));
        }
    }

    private static boolean hasShare(Crew crew) {
        Double share = crew.share();
        return crew.size() == null && share != null && share > 0;
    }

    private int count(Crew crew) {
        return counts.getOrDefault(crew.id(), Integer.MAX_VALUE);
    }

    private void crew(String path, Crew crew) {
        String shiftId = crew.shift();
        Shift shift = shiftId == null ? null : shifts.get(shiftId);
        if (shiftId != null && shift == null) {
            findings.fault(
                    path + ".shift", "unknown shift '" + shiftId + "'" + Suggestion.of(shiftId, shifts.keySet()));
        }
        if (crew.members().size() > count(crew)) {
            findings.fault(
                    path + ".members", "names " + crew.members().size() + " people, but the crew has " + count(crew));
        }
        if (crew.workers() > count(crew)) {
            findings.fault(path + ".workers", "are " + crew.workers() + ", but the crew has " + count(crew));
        }
        Crew.Meeting talk = crew.talk();
        if (talk != null) {
            within(path + ".talk.at", talk.atMillis(), talk.atMillis() + talk.forMillis(), shift);
        }
        Crew.Meal lunch = crew.lunch();
        if (lunch != null) {
            within(path + ".lunch.from", lunch.fromMillis(), lunch.untilMillis(), shift);
        }
        Crew.Permit permit = crew.permit();
        if (permit != null) {
            within(path + ".permit.from", permit.fromMillis(), permit.untilMillis(), shift);
            if (count(crew) < 2) {
                findings.fault(path + ".permit", "wants two at least: somebody who works and the guardian");
            }
            String approver = permit.approver();
            if (approver != null) {
                member(path + ".permit.approver", approver);
            }
        }
        host(path + ".host", crew);
    }

    private void host(String path, Crew crew) {
        String id = crew.host();
        if (id == null) {
            return;
        }
        Crew host = crew(path, id);
        if (host != null && host.role() == Crew.Role.VISITOR) {
            findings.fault(path, "visitors cannot be hosts");
        } else if (host != null && count(host) < count(crew)) {
            findings.fault(path, "has " + count(host) + " members for " + count(crew) + " visitors; each has a host");
        } else if (host != null && !sees(shiftOf(host), shiftOf(crew))) {
            findings.fault(path, "'" + id + "' is not there as long as its visitors");
        }
    }

    private static boolean sees(@Nullable Shift host, @Nullable Shift visitor) {
        return host == null
                || (visitor != null
                        && host.fromMillis() <= visitor.fromMillis()
                        && host.untilMillis() >= visitor.untilMillis());
    }

    private @Nullable Shift shiftOf(Crew crew) {
        String id = crew.shift();
        return id == null ? null : shifts.get(id);
    }

    private void within(String path, long from, long until, @Nullable Shift shift) {
        if (from < 0 || until > scenario.durationMillis()) {
            findings.fault(
                    path, "is outside the scenario, which lasts " + Quantity.ofMillis(scenario.durationMillis()));
        } else if (shift != null && (from < shift.fromMillis() || until > shift.untilMillis())) {
            findings.fault(path, "is outside the shift " + shift.id());
        }
    }

    private void event(String path, Event event) {
        long last = event.steps().isEmpty()
                ? 0
                : event.steps().get(event.steps().size() - 1).afterMillis();
        long until = event.atMillis() + Math.max(event.forMillis(), last);
        if (event.atMillis() < 0 || event.atMillis() >= scenario.durationMillis()) {
            findings.fault(
                    path + ".at",
                    "is outside the scenario, which lasts " + Quantity.ofMillis(scenario.durationMillis()));
        } else if (until > scenario.durationMillis()) {
            findings.fault(path + ".for", "ends after the scenario has ended");
        }
        Long every = event.everyMillis();
        if (every != null && every <= until - event.atMillis()) {
            findings.fault(path + ".every", "plays again before it has ended");
        }
        for (int i = 0; i < event.who().size(); i++) {
            Crew crew = member(path + ".who[" + i + "]", event.who().get(i));
            if (crew != null) {
                onShift(path + ".who[" + i + "]", event, until, crew);
            }
            if (event.who().indexOf(event.who().get(i)) < i) {
                findings.fault(path + ".who[" + i + "]", "'" + event.who().get(i) + "' is named twice");
            }
        }
        cast(path, event, until);
        permit(path, event, until);
        boolean isOfVisitors =
                event.kind() == EventKind.VISITOR_OUT_OF_BOUNDS || event.kind() == EventKind.VISITOR_OVERRUN;
        if (isOfVisitors && !event.who().isEmpty()) {
            Crew crew = crewOf(event.who().get(0));
            if (crew != null && crew.role() != Crew.Role.VISITOR) {
                findings.fault(path + ".who", "'" + event.who().get(0) + "' is no visitor");
            }
        }
        if (event.kind() == EventKind.WRONG_POST && !event.who().isEmpty()) {
            Crew crew = crewOf(event.who().get(0));
            if (crew != null && crew.post() == null) {
                findings.fault(path + ".who", "'" + event.who().get(0) + "' has no post, so none is wrong");
            }
        }
        if (event.kind() == EventKind.MISSED_PATROL && !event.who().isEmpty()) {
            Crew crew = crewOf(event.who().get(0));
            if (crew != null && !crew.rounds().contains(String.valueOf(event.zone()))) {
                findings.fault(path + ".zone", "is not on the rounds of " + crew.id());
            }
        }
    }

    private void cast(String path, Event event, long until) {
        String id = event.crew();
        Crew crew = id == null ? null : crew(path + ".crew", id);
        if (crew == null) {
            return;
        }
        int wanted = event.steps().isEmpty()
                ? event.size()
                : event.steps().get(event.steps().size() - 1).size();
        if (wanted > count(crew) && event.who().isEmpty()) {
            findings.fault(path + ".crew", "'" + id + "' has " + count(crew) + " members, but " + wanted + " play");
        }
        onShift(path + ".crew", event, until, crew);
    }

    private void permit(String path, Event event, long until) {
        String id = event.permit();
        if (id == null) {
            return;
        }
        Crew crew = permits.get(id);
        Crew.Permit permit = crew == null ? null : crew.permit();
        if (permit == null) {
            findings.fault(
                    path + ".permit",
                    "unknown permit '" + YamlTree.shown(id) + "'" + Suggestion.of(id, permits.keySet()));
            return;
        }
        if (event.atMillis() < permit.fromMillis() || until > permit.untilMillis()) {
            findings.fault(path + ".at", "is outside the time of the permit " + id);
        }
        if (event.kind() == EventKind.APPROVER_ELSEWHERE && permit.approver() == null) {
            findings.fault(path + ".permit", "the permit " + id + " has no approver");
        }
    }

    private void onShift(String path, Event event, long until, Crew crew) {
        Shift shift = shiftOf(crew);
        if (shift != null && (event.atMillis() < shift.fromMillis() || until > shift.untilMillis())) {
            findings.fault(path, "the event is outside the shift " + shift.id() + " of " + crew.id());
        }
    }

    private void fault(String path, Fault fault) {
        if (fault.atMillis() < 0 || fault.atMillis() >= scenario.durationMillis()) {
            findings.fault(
                    path + ".at",
                    "is outside the scenario, which lasts " + Quantity.ofMillis(scenario.durationMillis()));
        }
        Set<String> seen = new HashSet<>();
        List<String> who = fault.who();
        for (int i = 0; i < who.size(); i++) {
            member(path + ".who[" + i + "]", who.get(i));
            if (!seen.add(who.get(i))) {
                findings.fault(path + ".who[" + i + "]", "'" + who.get(i) + "' is named twice");
            }
        }
    }

    /** The crew of a member who is there; null after saying that there is no such member. */
    private @Nullable Crew member(String path, String name) {
        Matcher matcher = MEMBER.matcher(name);
        if (!matcher.matches()) {
            findings.fault(path, "expected a member such as op-01#3, was '" + YamlTree.shown(name) + "'");
            return null;
        }
        Crew crew = crew(path, matcher.group(1));
        if (crew != null && Integer.parseInt(matcher.group(2)) > count(crew)) {
            findings.fault(path, "no member '" + name + "': the crew has " + count(crew));
            return null;
        }
        return crew;
    }

    private @Nullable Crew crewOf(String member) {
        int cut = member.indexOf('#');
        return cut < 0 ? null : crews.get(member.substring(0, cut));
    }

    private @Nullable Crew crew(String path, String id) {
        Crew crew = crews.get(id);
        if (crew == null) {
            findings.fault(path, "unknown crew '" + YamlTree.shown(id) + "'" + Suggestion.of(id, crews.keySet()));
        }
        return crew;
    }
}
