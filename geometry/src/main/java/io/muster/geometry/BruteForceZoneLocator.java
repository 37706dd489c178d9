package io.muster.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks every zone, so obviously right that it can judge the index. */
final class BruteForceZoneLocator implements ZoneLocator {
    private final List<Zone> zones;

    BruteForceZoneLocator(ZoneSet zones) {
        this.zones = zones.zones();
    }

    @Override
    public List<ZoneHit> locate(PlantPoint point, double reachMetres) {
        if (!(reachMetres >= 0 && reachMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("reach must be finite and at least 0, was " + reachMetres);
        }
        List<ZoneHit> hits = new ArrayList<>();
        for (Zone zone : zones) {
            Containment containment = zone.locate(point);
            double distance = zone.signedDistanceMetres(point);
            if (containment != Containment.OUTSIDE || distance <= reachMetres) {
                hits.add(new ZoneHit(zone, containment, distance));
            }
        }
        hits.sort(Comparator.comparing(hit -> hit.zone().id()));
        return List.copyOf(hits);
    }
}
