package io.muster.simulator.annex;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.GatheringEvent;
import io.muster.contract.value.GatheringType;
import io.muster.contract.value.Level;
import io.muster.contract.value.ZoneOccupancy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the job said of one site, as a reader of its topics knew it at each moment. */
final class JobModel {
    private final Set<String> warnings = new HashSet<>();
    private final Set<String> overfull = new HashSet<>();
    private final Map<String, Integer> gatherings = new HashMap<>();
    private int inside;
    private final TreeMap<Long, View> views = new TreeMap<>();

    /** @param readableMillis simulated time from which it can be read */
    void accept(String topic, byte[] value, long readableMillis) {
        try {
            switch (topic) {
                case "alarms" -> alarm(Json.readOwn(value, Alarm.class));
                case "gathering-events" -> gathering(Json.readOwn(value, GatheringEvent.class));
                case "zone-occupancy" -> occupancy(Json.readOwn(value, ZoneOccupancy.class));
                default -> {
                    return;
                }
            }
        } catch (Unreadable e) {
            throw new IllegalStateException("the job wrote what cannot be read on " + topic + ": " + e.getMessage(), e);
        }
        int most =
                gatherings.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        views.put(readableMillis, new View(!warnings.isEmpty(), most, inside, !overfull.isEmpty()));
    }

    View at(long millis) {
        Map.Entry<Long, View> known = views.floorEntry(millis);
        return known == null ? new View(false, 0, 0, false) : known.getValue();
    }

    private void alarm(Alarm alarm) {
        boolean isGathering = alarm.kind() == AlarmKind.GATHERING;
        if (!isGathering && alarm.kind() != AlarmKind.OVER_CAPACITY) {
            return;
        }
        Set<String> open = isGathering ? warnings : overfull;
        // Blue is shown and warns nobody.
        boolean isUp = alarm.returnedAt() == null && alarm.cleared() == null && alarm.level() != Level.BLUE;
        if (isUp) {
            open.add(alarm.alarmId());
        } else {
            open.remove(alarm.alarmId());
        }
    }

    private void gathering(GatheringEvent event) {
        if (event.gatheringType() == GatheringType.GATHERING_END) {
            gatherings.remove(event.id());
        } else {
            gatherings.put(event.id(), event.count());
        }
    }

    private void occupancy(ZoneOccupancy count) {
        inside = count.countConfirmed() + count.countStale();
    }
}
