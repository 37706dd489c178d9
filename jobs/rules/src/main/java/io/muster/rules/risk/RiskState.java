package io.muster.rules.risk;

import io.muster.rules.context.Evacuation;
import io.muster.rules.context.GasAlarm;
import io.muster.rules.context.Permit;
import io.muster.rules.plan.ZoneRisk;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can make a gathering of a site worse, and the gatherings.
 *
 * @param zones zones that the plan in force calls dangerous, by fence id
 * @param permits by permit id; those at work now or later
 * @param gas gas alarms that ring, by id
 * @param evacuations that go on, by id
 * @param open gatherings that have not ended, by id
 */
public record RiskState(
        Map<String, ZoneRisk> zones,
        Map<String, Permit> permits,
        Map<String, GasAlarm> gas,
        Map<String, Evacuation> evacuations,
        Map<String, Open> open) {

    static final RiskState NOTHING = new RiskState(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public RiskState {
        zones = zones == null ? Map.of() : new TreeMap<>(zones);
        permits = permits == null ? Map.of() : new TreeMap<>(permits);
        gas = gas == null ? Map.of() : new TreeMap<>(gas);
        evacuations = evacuations == null ? Map.of() : new TreeMap<>(evacuations);
        open = open == null ? Map.of() : new TreeMap<>(open);
    }

    boolean isEmpty() {
        return zones.isEmpty() && permits.isEmpty() && gas.isEmpty() && evacuations.isEmpty() && open.isEmpty();
    }

    static <T> Map<String, T> with(Map<String, T> map, String key, @Nullable T value) {
        Map<String, T> next = new TreeMap<>(map);
        if (value == null) {
            next.remove(key);
        } else {
            next.put(key, value);
        }
        return next;
    }
}
