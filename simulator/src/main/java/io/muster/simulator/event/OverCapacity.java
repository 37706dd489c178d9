package io.muster.simulator.event;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;
import java.util.List;

/**
 * More people than the limit of a zone come in one after the other, stand far apart and leave one after the other. Those whom the routine has inside come on
 * top. The alarm itself is found on the true ways.
 */
final class OverCapacity implements Act {
    private static final long JITTER_MILLIS = 500;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        int limit = limit(stage.zone(event));
        if (event.size() <= limit) {
            throw new Unplayable("size " + event.size() + " is not more than the limit of " + limit + " of zone '"
                    + event.zone() + "'");
        }
        long spread = event.size() * Stage.SPACING_MILLIS;
        return Need.anybody(event.size(), spread, event.forMillis() + spread);
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        PlanFence zone = stage.zone(playing.event());
        int size = playing.cast().size();
        int limit = limit(zone);
        List<Place> stands = stage.stands(zone, size);
        Draw draw = playing.draw(stage.seed(), "arrivals");
        for (int i = 0; i < size; i++) {
            // The one too many stands there at the time of the event; from its end on there is none too many.
            long from = playing.atMillis() + (i - limit) * Stage.SPACING_MILLIS + draw.between(0, JITTER_MILLIS);
            long until = playing.endMillis()
                    + (i - (size - limit - 1)) * Stage.SPACING_MILLIS
                    + draw.between(0, JITTER_MILLIS);
            script.stand(playing.cast().get(i), from, Math.max(from, until), stands.get(i));
        }
    }

    private static int limit(PlanFence zone) throws Unplayable {
        Integer limit = zone.limit();
        if (limit == null) {
            throw new Unplayable("zone '" + zone.foreignId() + "' has no limit");
        }
        return limit;
    }
}
