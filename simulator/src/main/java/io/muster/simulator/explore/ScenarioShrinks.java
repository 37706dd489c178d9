package io.muster.simulator.explore;

import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is smaller than a scenario: less of what is wrong, fewer people, less noise, less time. The boldest cuts first. */
public final class ScenarioShrinks {
    /** Left after the last event, so that what it caused can end. */
    private static final long TAIL_MILLIS = 6 * 60_000;

    private ScenarioShrinks() {}

    public static List<Scenario> of(Scenario scenario) {
        List<Scenario> smaller = new ArrayList<>();
        cuts(scenario.faults()).forEach(faults -> smaller.add(scenario.withFaults(faults)));
        cuts(scenario.events()).forEach(events -> smaller.add(scenario.withEvents(events)));
        if (!scenario.radio().equals(RadioOptions.perfect())) {
            smaller.add(scenario.withRadio(RadioOptions.perfect()));
        }
        for (Crew crew : scenario.crews()) {
            if (scenario.crews().size() > 1 && !isNamed(scenario, crew)) {
                smaller.add(crews(scenario, each -> !each.equals(crew)));
            }
        }
        shorter(scenario, smaller);
        return smaller;
    }

    /** Without all, without either half, without each one. */
    private static <T> List<List<T>> cuts(List<T> all) {
        List<List<T>> cuts = new ArrayList<>();
        if (all.isEmpty()) {
            return cuts;
        }
        cuts.add(List.of());
        if (all.size() > 2) {
            cuts.add(all.subList(0, all.size() / 2));
            cuts.add(all.subList(all.size() / 2, all.size()));
        }
        if (all.size() > 1) {
            for (int i = 0; i < all.size(); i++) {
                List<T> cut = new ArrayList<>(all);
                cut.remove(i);
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private static void shorter(Scenario scenario, List<Scenario> smaller) {
        long last = scenario.events().stream()
                .mapToLong(event -> event.atMillis() + event.forMillis())
                .max()
                .orElse(0);
        for (Fault fault : scenario.faults()) {
            Long lasts = fault.forMillis();
            last = Math.max(last, fault.atMillis() + (lasts == null ? 0 : lasts));
        }
        long enough = last + TAIL_MILLIS;
        if (enough <= scenario.durationMillis() * 9 / 10) {
            smaller.add(scenario.withDurationMillis(enough));
        }
    }

    private static boolean isNamed(Scenario scenario, Crew crew) {
        Predicate<List<String>> names = who -> who.stream().anyMatch(each -> each.startsWith(crew.id() + "#"));
        return scenario.events().stream().anyMatch(event -> crew.id().equals(event.crew()) || names.test(event.who()))
                || scenario.faults().stream().anyMatch(fault -> names.test(fault.who()))
                || scenario.crews().stream().anyMatch(each -> crew.id().equals(each.host()));
    }

    private static Scenario crews(Scenario scenario, Predicate<Crew> kept) {
        List<Crew> crews = scenario.crews().stream().filter(kept).toList();
        int gone = scenario.crews().stream()
                .filter(kept.negate())
                .mapToInt(crew -> crew.size() == null ? 0 : crew.size())
                .sum();
        return scenario.withCrews(crews, scenario.people() - gone);
    }
}
