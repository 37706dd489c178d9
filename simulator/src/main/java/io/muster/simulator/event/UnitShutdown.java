package io.muster.simulator.event;

import io.muster.contract.codec.Ids;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.CommandKind;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.scenario.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * More people than the limit work in a unit that is shut down; its alarms are silenced for that time, by area and until when (AQ 3064.3 5.2.5). The command is an
 * {@link AlarmCommand}, which names no kind of alarm: the reason does.
 */
final class UnitShutdown implements Act {
    static final String TOPIC = "alarm-commands";
    /** Silenced so long before the first comes and after the last has gone. */
    private static final long MARGIN_MILLIS = 60_000;

    private final OverCapacity crowd = new OverCapacity();

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        return crowd.need(event, stage);
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        crowd.play(playing, stage, script);
        PlanFence zone = stage.zone(playing.event());
        long spread = playing.cast().size() * Stage.SPACING_MILLIS + MARGIN_MILLIS;
        long said = Math.max(0, playing.atMillis() - spread);
        String site = stage.plant().plan().site();
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("type", "fence");
        target.put("id", zone.id());
        Map<String, Object> value = new LinkedHashMap<>();
        value.put(
                "command_id",
                Ids.uuid5(
                        site, "silence", zone.id(), Long.toString(playing.cycle()), Long.toString(playing.atMillis())));
        value.put("command", CommandKind.SILENCE.wire());
        value.put("target", target);
        value.put("by", "shift supervisor");
        value.put("role", "shift_supervisor");
        value.put("reason", "over_capacity: unit shut down for maintenance");
        value.put("until", new At(playing.endMillis() + spread));
        script.say(said, TOPIC, zone.id(), value);
    }
}
