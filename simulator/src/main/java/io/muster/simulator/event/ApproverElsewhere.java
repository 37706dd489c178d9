package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import java.util.List;

/** A permit is signed by an approver who sits at home (AQ 3064.2 5.5.2, 5.9.6). Before the work begins it takes the place of the proper signature. */
final class ApproverElsewhere implements Act {
    private static final long STAYS_MILLIS = 120_000;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        Crew.Permit permit = Permits.of(stage.holder(event.permit()));
        String approver = permit.approver();
        if (approver == null) {
            throw new Unplayable("the permit '" + permit.id() + "' has no approver");
        }
        Member member = stage.member(approver);
        if (Stage.holds(stage.fence(permit.zone()), stage.home(member))) {
            throw new Unplayable(approver + " is always at the place of the permit '" + permit.id() + "'");
        }
        return Need.all(List.of(member), STAYS_MILLIS, STAYS_MILLIS);
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        long at = playing.atMillis();
        Crew crew = stage.holder(playing.event().permit());
        Crew.Permit permit = Permits.of(crew);
        Member approver = playing.cast().get(0);
        Place home = stage.home(approver);
        script.stand(approver, at - STAYS_MILLIS, at + STAYS_MILLIS, home);
        String status = at <= permit.fromMillis() ? Permits.ISSUED : Permits.AT_WORK;
        String id = Permits.id(permit, playing.cycle());
        script.say(at, Permits.TOPIC, id, Permits.ticket(crew, permit, playing.cycle(), status, at, at, stage));
        script.expect(
                AlarmKind.APPROVER_ABSENT,
                "permit",
                id,
                at,
                at + AlarmLimits.PUSH_MILLIS,
                null,
                List.of(approver),
                false);
    }
}
