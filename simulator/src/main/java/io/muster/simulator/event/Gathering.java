package io.muster.simulator.event;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * People come together on rings step by step, so that so many are together at the time of each step, and leave together. The alarm and its colours are found on
 * the true ways.
 */
final class Gathering implements Act {
    /** From the middle to the first ring, and from ring to ring. */
    static final double RING_METRES = 2.5;
    /** On the first ring; each further one holds as many more. */
    static final int ON_RING = 8;

    private static final long JITTER_MILLIS = 4_000;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        Place middle = middle(event, stage);
        if (!stage.plant().isReachable(middle)) {
            throw new Unplayable("nobody can walk to where they are to gather");
        }
        return Need.anybody(
                last(event).size(),
                last(event).size() * Stage.SPACING_MILLIS,
                Math.max(event.forMillis(), last(event).afterMillis()) + JITTER_MILLIS);
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Event event = playing.event();
        Draw draw = playing.draw(stage.seed(), "leaving");
        List<Place> ring = ring(middle(event, stage), playing.cast().size());
        int come = 0;
        for (Event.Step step : event.steps()) {
            for (; come < Math.min(step.size(), ring.size()); come++) {
                // The last of a step completes it; the others come just before.
                long early = (step.size() - 1 - come) * Stage.SPACING_MILLIS;
                script.stand(
                        playing.cast().get(come),
                        playing.atMillis() + step.afterMillis() - early,
                        playing.endMillis() + draw.between(0, JITTER_MILLIS),
                        ring.get(come));
            }
        }
    }

    /** Places around a middle, ring by ring. */
    static List<Place> ring(Place middle, int count) {
        List<Place> places = new ArrayList<>();
        for (int ring = 1; places.size() < count; ring++) {
            int here = Math.min(ON_RING * ring, count - places.size());
            for (int i = 0; i < here; i++) {
                double angle = 2 * Math.PI * i / here;
                places.add(new Place(
                        middle.x() + RING_METRES * ring * StrictMath.cos(angle),
                        middle.y() + RING_METRES * ring * StrictMath.sin(angle),
                        middle.floor()));
            }
        }
        return places;
    }

    private static Place middle(Event event, Stage stage) throws Unplayable {
        Place place = event.place();
        return place != null ? place : Stage.middle(stage.zone(event));
    }

    private static Event.Step last(Event event) throws Unplayable {
        if (event.steps().isEmpty()) {
            throw new Unplayable("steps are missing");
        }
        return event.steps().get(event.steps().size() - 1);
    }
}
