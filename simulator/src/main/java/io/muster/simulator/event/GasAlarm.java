package io.muster.simulator.event;

import io.muster.contract.codec.Ids;
import io.muster.contract.plan.PlanFence;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gas detector rings and is quiet again (GB/T 50493: flammable gas has its first alarm at 25 % of the lower explosive limit, its second at 50 %). */
final class GasAlarm implements Act {
    static final String TOPIC = "gas-alarms";
    static final String TOXIC = "toxic";
    static final String FLAMMABLE = "flammable";

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        place(event, stage);
        return Need.nobody(event.forMillis());
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Place place = place(playing.event(), stage);
        Draw draw = playing.draw(stage.seed(), "reading");
        boolean toxic = TOXIC.equals(playing.event().gas());
        double value = toxic ? draw.between(10L, 30L) : draw.between(25L, 60L);
        String level = value >= (toxic ? 20 : 50) ? "2" : "1";
        say(script, playing, stage, place, "raised", value, level, playing.atMillis());
        say(script, playing, stage, place, "cleared", 0, "0", playing.endMillis());
    }

    private static void say(
            Script script,
            Playing playing,
            Stage stage,
            Place place,
            String state,
            double reading,
            String level,
            long atMillis)
            throws Unplayable {
        Event event = playing.event();
        boolean toxic = TOXIC.equals(event.gas());
        String id = Ids.uuid5(
                stage.plant().plan().site(),
                "gas alarm",
                place.x() + " " + place.y() + " " + place.floor(),
                Long.toString(playing.cycle()),
                Long.toString(playing.atMillis()));
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("gas_alarm_id", id);
        value.put("state", state);
        if (event.zone() != null) {
            PlanFence zone = stage.zone(event);
            value.put("fence_id", zone.id());
        }
        Map<String, Object> position = new LinkedHashMap<>();
        position.put("type", "Point");
        position.put("coordinates", List.of(place.x(), place.y()));
        value.put("position", position);
        value.put("crs", "local");
        value.put("floor", place.floor());
        value.put("gas", toxic ? TOXIC : FLAMMABLE);
        value.put("substance", toxic ? "H2S" : "CH4");
        value.put("value", reading);
        value.put("unit", toxic ? "mg/m3" : "%LEL");
        value.put("level", level);
        value.put("timestamp", new At(atMillis));
        script.say(atMillis, TOPIC, id, value);
    }

    private static Place place(Event event, Stage stage) throws Unplayable {
        Place place = event.place();
        return place != null ? place : Stage.middle(stage.zone(event));
    }
}
