package io.muster.simulator.scenario;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Episodes;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.plant.DemoStages;
import io.muster.simulator.plant.DemoStages.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The script of the demo plant: four hazard zones that are overcrowded in turn, one of them on an upper floor, and two open places where a gathering grows in
 * turn. The first zone is over its limit about 9 s after the start, the first gathering begins at about 10 s; every stage plays again as long as the run
 * lasts. Parts belong to the people with the lowest indices, so that they are the same in a run of 50 and of 500.
 */
public final class DemoScenario {
    private static final long[] CROWDED_AT = {9_000, 24_000, 55_000, 95_000};
    private static final long[] GATHERED_AT = {10_000, 250_000};

    private final long seed;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final int parts;

    /** @param people how many there are; parts without a person are not played */
    public DemoScenario(long seed, int people) {
        this.seed = seed;
        List<Stage> zones = DemoStages.crowdedZones();
        List<Stage> places = DemoStages.openPlaces();
        int next = addZone(zones.get(0), CROWDED_AT[0], 0, people);
        next = addGathering(places.get(0), GATHERED_AT[0], next, people);
        for (int i = 1; i < zones.size(); i++) {
            next = addZone(zones.get(i), CROWDED_AT[i], next, people);
        }
        for (int i = 1; i < places.size(); i++) {
            next = addGathering(places.get(i), GATHERED_AT[i], next, people);
        }
        parts = next;
    }

    /** People 0 to this (excluded) have a part. */
    public int parts() {
        return parts;
    }

    /** The way of a person with a part; null for everybody else. */
    public @Nullable Motion motion(int person) {
        for (int i = 0; i < scripts.size(); i++) {
            Script script = scripts.get(i);
            int part = person - firsts.get(i);
            if (part >= 0 && part < script.parts()) {
                return new Episodes(
                        script.slotMillis(),
                        script.offsetMillis(),
                        number -> script.way(part, number),
                        new Sway(Draw.of(seed, "sway", person)));
            }
        }
        return null;
    }

    /** Every situation that begins in [from, until), sorted by onset. */
    public List<Situation> situations(long fromMillis, long untilMillis) {
        List<Situation> found = new ArrayList<>();
        for (Script script : scripts) {
            long first = Math.floorDiv(fromMillis - script.offsetMillis(), script.slotMillis());
            long last = Math.floorDiv(untilMillis - script.offsetMillis(), script.slotMillis());
            for (long number = Math.max(0, first); number <= last; number++) {
                Situation situation = script.situation(number);
                if (situation != null
                        && situation.onsetMillis() >= fromMillis
                        && situation.onsetMillis() < untilMillis) {
                    found.add(situation);
                }
            }
        }
        found.sort(Comparator.comparingLong(Situation::onsetMillis).thenComparing(Situation::stage));
        return found;
    }

    private int addZone(Stage stage, long at, int first, int people) {
        long onset = at + Draw.of(seed, "first " + stage.id(), 0).between(-1_000L, 2_500L);
        return add(
                new CrowdedZoneScript(
                        seed,
                        stage,
                        DemoStages.HOME_OUTSIDE_METRES,
                        DemoStages.STAND_INSIDE_METRES,
                        onset,
                        first,
                        Math.max(0, people - first)),
                first);
    }

    private int addGathering(Stage stage, long at, int first, int people) {
        return add(new GatheringScript(seed, stage, at, first, Math.max(0, people - first)), first);
    }

    private int add(Script script, int first) {
        scripts.add(script);
        firsts.add(first);
        return first + script.parts();
    }
}
