package io.muster.simulator.event;

import io.muster.simulator.day.Appointment;
import io.muster.simulator.day.Member;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.scenario.Event;
import io.muster.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Plays the events of a scenario: who has to be where, what is said, and which alarms are due, all of it written before anybody walks. A pure function of the
 * seed, the event, the playing and the cycle; the cast is the same in every cycle. Safe for several threads.
 */
public final class EventPlayer {
    private final Stage stage;
    private final List<Playing> playings;
    private final Casting casting;
    private final Set<String> castingFaults = new LinkedHashSet<>();

    /** @param members everybody, as {@code Members.of} gives them */
    public EventPlayer(Plant plant, Scenario scenario, List<Member> members, long seed) {
        this.stage = new Stage(plant, scenario, members, seed);
        CastList cast = new CastList(stage, castingFaults);
        this.playings = cast.playings();
        this.casting = cast.casting();
    }

    /**
     * Every playing of every event that can be played, in the order of their times.
     *
     * @param cycle which repetition of the scenario, from 0; times are within it
     */
    public List<Played> play(long cycle) {
        return play(cycle, new LinkedHashSet<>());
    }

    /** What neighbouring systems say on a day without events: permits and patrol tasks. Times are within the cycle, ids are not the same in two cycles. */
    public List<Message> routine(long cycle) {
        try {
            List<Message> messages = new ArrayList<>(Permits.messages(cycle, stage));
            Patrols patrols = new Patrols(stage);
            for (Patrols.Round round : patrols.rounds(cycle, casting)) {
                messages.add(patrols.task(round));
                for (int i = 0; i < round.points().size(); i++) {
                    messages.add(patrols.result(round, i));
                }
            }
            messages.sort(Comparator.comparingLong(Message::atMillis));
            return List.copyOf(messages);
        } catch (Unplayable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Where those messages say that people are: rounds, and approvers who sign on site. They go to the planner together with those of events. */
    public List<Appointment> duties(long cycle) {
        try {
            List<Appointment> duties = new ArrayList<>(Permits.visits(stage));
            Patrols patrols = new Patrols(stage);
            for (Patrols.Round round : patrols.rounds(cycle, casting)) {
                for (int i = 0; i < round.points().size(); i++) {
                    duties.add(patrols.visit(round, i));
                }
            }
            return List.copyOf(duties);
        } catch (Unplayable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Why events cannot be played: sentences, each beginning with the line of the file and ": ", in the order of the lines. */
    public List<String> faults() {
        Set<String> faults = new LinkedHashSet<>(castingFaults);
        play(0, faults);
        return faults.stream()
                .sorted(Comparator.comparingInt(EventPlayer::line))
                .toList();
    }

    private List<Played> play(long cycle, Set<String> faults) {
        List<Played> all = new ArrayList<>();
        for (Playing playing : playings) {
            Event event = playing.event();
            Script script = new Script(playing, stage.durationMillis());
            try {
                Acts.of(event.kind()).play(playing.inCycle(cycle), stage, script);
                all.add(script.played());
            } catch (Unplayable e) {
                faults.add(fault(event, e));
            }
        }
        return List.copyOf(all);
    }

    private static int line(String fault) {
        return Integer.parseInt(fault.substring(0, fault.indexOf(':')));
    }

    static String fault(Event event, Unplayable reason) {
        return event.line() + ": " + event.kind().wire() + ": " + reason.getMessage();
    }
}
