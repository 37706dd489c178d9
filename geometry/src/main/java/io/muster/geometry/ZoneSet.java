package io.muster.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones of one plan version, each id once. Immutable. Zones may overlap: a person counts in every one that contains them. */
public final class ZoneSet {
    private final List<Zone> zones;
    private final Map<String, Zone> byId;

    private ZoneSet(List<Zone> zones, Map<String, Zone> byId) {
        this.zones = zones;
        this.byId = byId;
    }

    /**
     * Gathers zones; none at all is allowed.
     *
     * @throws InvalidZonesException listing every id that occurs more than once, with the positions in the list (from 1)
     */
    public static ZoneSet of(List<Zone> zones) {
        Map<String, Zone> byId = new HashMap<>();
        Map<String, Integer> firstPosition = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            Zone zone = zones.get(i);
            Integer first = firstPosition.putIfAbsent(zone.id(), i + 1);
            if (first == null) {
                byId.put(zone.id(), zone);
            } else {
                faults.add("zone " + (i + 1) + " has the id '" + zone.id() + "' of zone " + first);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidZonesException(faults);
        }
        return new ZoneSet(List.copyOf(zones), byId);
    }

    /** In the order given; unmodifiable. */
    public List<Zone> zones() {
        return zones;
    }

    /** Null if there is no zone of this id. */
    public @Nullable Zone find(String id) {
        return byId.get(id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneSet that && zones.equals(that.zones);
    }

    @Override
    public int hashCode() {
        return zones.hashCode();
    }

    @Override
    public String toString() {
        return "ZoneSet" + byId.keySet().stream().sorted().toList();
    }
}
