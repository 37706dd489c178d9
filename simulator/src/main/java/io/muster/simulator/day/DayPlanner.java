package io.muster.simulator.day;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.CycleMotion;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.scenario.Scenario;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Plans days: the appointments of events win, the routine of the crew fills what is left. A day depends on (seed, member, cycle) and the appointments only.
 * Safe for several threads.
 */
public final class DayPlanner {
    private final long seed;
    private final Scenario scenario;
    private final Homes homes;

    /**
     * @param scenario its shifts and how long a cycle lasts
     * @param members everybody
     */
    public DayPlanner(Plant plant, long seed, Scenario scenario, List<Member> members) {
        this.seed = seed;
        this.homes = new Homes(plant, seed, scenario);
        this.scenario = scenario;
    }

    /** Where everybody is when nothing else is on. */
    public Homes homes() {
        return homes;
    }

    /**
     * The day of a member.
     *
     * @param scripted what events ask of this member, in any order, times in this cycle; appointments of others are passed over
     * @return from 0 to the duration; at both ends the member is in the same state at the same place
     */
    public Timeline timeline(Member member, List<Appointment> scripted, long cycle) {
        return Timeline.from(homes.of(member), 0)
                .standUntil(scenario.durationMillis())
                .build();
    }

    /**
     * Where a member truly is, over all cycles, swaying where they stand; a cycle is planned when somebody first asks for it.
     *
     * @param scripted what events ask of this member in a cycle; a pure function
     */
    public CycleMotion motion(Member member, LongFunction<List<Appointment>> scripted) {
        return new CycleMotion(
                scenario.durationMillis(),
                cycle -> timeline(member, scripted.apply(cycle), cycle),
                new Sway(Draw.of(seed, "sway " + member.crew().id(), member.number())));
    }

    /**
     * Which of the scripted appointments cannot be kept, because there is no way or the time since the one before is too short for it.
     *
     * @return sentences, each beginning with the line of the file and ": "
     */
    public List<String> unreachable(Member member, List<Appointment> scripted, long cycle) {
        return List.of();
    }
}
