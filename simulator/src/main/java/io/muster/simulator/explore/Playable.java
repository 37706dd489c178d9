package io.muster.simulator.explore;

import io.muster.simulator.Site;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.ScenarioFaults;
import io.muster.simulator.scenario.Scenarios;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A drawn scenario may ask for more than its people can do; what cannot be played is left out of it. */
public final class Playable {
    private static final String FILE = "drawn.yaml";
    private static final Pattern LINE = Pattern.compile(Pattern.quote(FILE) + ":(\\d+):.*", Pattern.DOTALL);

    private Playable() {}

    /**
     * A site on which as many of the scenario's events are played as can be.
     *
     * @param id of the site
     * @throws IllegalArgumentException if something else than its events cannot be played
     */
    public static Site of(Scenario scenario, String id) {
        Scenario left = scenario;
        while (true) {
            try {
                return Site.of(new Scenarios.Opened(FILE, left, null, null), id, left.seed(), left.people());
            } catch (ScenarioFaults e) {
                List<Integer> lines = e.faults().stream().map(Playable::line).toList();
                List<Event> events = left.events().stream()
                        .filter(event -> !lines.contains(event.line()))
                        .toList();
                if (events.size() == left.events().size()) {
                    throw new IllegalArgumentException(e.getMessage(), e);
                }
                left = left.withEvents(events);
            }
        }
    }

    private static int line(String fault) {
        Matcher matcher = LINE.matcher(fault);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
}
