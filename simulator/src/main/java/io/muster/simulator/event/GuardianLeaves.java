package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** The guardian of a permit goes away while the others work (AQ 3064.2 5.9.6, GB 30871 4.10). */
final class GuardianLeaves implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        Crew crew = stage.holder(event.permit());
        Crew.Permit permit = Permits.of(crew);
        stage.fence(permit.zone());
        if (event.atMillis() < permit.fromMillis() || event.atMillis() + event.forMillis() > permit.untilMillis()) {
            throw new Unplayable("no work is done by the permit '" + permit.id() + "' then");
        }
        List<Member> members = stage.crew(crew.id());
        if (members.isEmpty()) {
            throw new Unplayable("the crew '" + crew.id() + "' has no members");
        }
        return Leaving.need(List.of(Permits.guardian(members)), event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Crew.Permit permit = Permits.of(stage.holder(playing.event().permit()));
        PlanFence zone = stage.fence(permit.zone());
        Leaving.play(playing, zone, stage, script);
        if (playing.event().forMillis() > AlarmLimits.GUARDIAN_MILLIS) {
            script.expect(
                    AlarmKind.GUARDIAN_ABSENT,
                    "permit",
                    Permits.id(permit, playing.cycle()),
                    playing.atMillis(),
                    playing.atMillis() + AlarmLimits.GUARDIAN_MILLIS + AlarmLimits.PUSH_MILLIS,
                    playing.endMillis(),
                    playing.cast(),
                    false);
        }
    }
}
