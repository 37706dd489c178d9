package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;

/** Those who are named go in through a gate with their pass and without their tag, which is off the air until somebody brings it. */
final class PassWithoutTag implements Act {
    /** Where the event does not say how long the tag is away. */
    private static final long AWAY_MILLIS = 600_000;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        Need need = Passage.need(event, event.who().size(), stage);
        return Need.anybody(need.count(), need.beforeMillis(), Math.max(need.afterMillis(), away(event)));
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        long back = playing.atMillis() + away(playing.event());
        for (int i = 0; i < playing.cast().size(); i++) {
            Member member = playing.cast().get(i);
            Passage passage = Passage.of(playing.event(), playing, member, stage);
            long through = playing.atMillis() + i * Passage.BEHIND_MILLIS;
            passage.walk(member, through, script);
            script.trick(passage.trick(member, through, GateTrick.Kind.WITHOUT_TAG));
            script.silence(new Silence(member.name(), passage.setsOut(through), back));
            if (back - through > AlarmLimits.NO_TAG_MILLIS) {
                script.expect(
                        AlarmKind.NOT_WEARING,
                        member,
                        through,
                        through + AlarmLimits.NO_TAG_MILLIS + AlarmLimits.PUSH_MILLIS,
                        back);
            }
        }
    }

    private static long away(Event event) {
        return event.forMillis() > 0 ? event.forMillis() : AWAY_MILLIS;
    }
}
