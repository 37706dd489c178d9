package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** A round of its own that leaves out one point; at the time of the event the window of that point closes. */
final class MissedPatrol implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        Patrols.Round round = round(event, event.atMillis(), 0, 0, stage);
        long at = event.atMillis();
        long from = Math.max(0, at - round.startMillis());
        return Need.all(List.of(round.member()), from, Math.max(0, round.endMillis() - at));
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Event event = playing.event();
        Patrols patrols = new Patrols(stage);
        Patrols.Round round = round(event, playing.atMillis(), playing.cycle(), playing.number(), stage);
        script.say(patrols.task(round));
        for (int i = 0; i < round.points().size(); i++) {
            if (!round.points().get(i).equals(event.zone())) {
                script.stand(
                        round.member(),
                        round.at(i),
                        round.at(i) + Patrols.VISIT_MILLIS,
                        patrols.place(round.points().get(i)));
                script.say(patrols.result(round, i));
            }
        }
        long at = playing.atMillis();
        script.expect(AlarmKind.PATROL_MISSED, round.member(), at, at + AlarmLimits.PUSH_MILLIS, null);
    }

    private static Patrols.Round round(Event event, long atMillis, long cycle, int number, Stage stage)
            throws Unplayable {
        if (event.who().size() != 1) {
            throw new Unplayable("one member must be named");
        }
        Member member = stage.member(event.who().get(0));
        Crew crew = member.crew();
        int missed = crew.rounds().indexOf(event.zone());
        if (missed < 0) {
            throw new Unplayable("the rounds of '" + crew.id() + "' do not lead to '" + event.zone() + "'");
        }
        List<Long> offsets = new Patrols(stage).offsets(crew.rounds());
        long start = atMillis - Patrols.WINDOW_MILLIS - offsets.get(missed);
        if (start < 0) {
            throw new Unplayable("the round would have to begin before the scenario does");
        }
        String id = "round-" + crew.id() + "-" + member.number() + "-" + (cycle + 1) + "-missed-" + event.zone() + "-"
                + (number + 1);
        return new Patrols.Round(id, member, crew.rounds(), offsets, start);
    }
}
