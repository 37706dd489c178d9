package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;

/** Those who are named go in close behind somebody who has a pass; the gate writes one pass only. */
final class Tailgating implements Act {

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        return Passage.need(event, event.who().size() + 1, stage);
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        int followers = playing.cast().size() - 1;
        long at = playing.atMillis();
        Member first = playing.cast().get(followers);
        Passage.of(playing.event(), playing, first, stage).walk(first, at - Passage.BEHIND_MILLIS, script);
        for (int i = 0; i < followers; i++) {
            Member follower = playing.cast().get(i);
            Passage passage = Passage.of(playing.event(), playing, follower, stage);
            long through = at + i * Passage.BEHIND_MILLIS;
            passage.walk(follower, through, script);
            script.trick(passage.trick(follower, through, GateTrick.Kind.UNRECORDED));
        }
    }
}
