package io.muster.console.hub;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The newest motions and locations of a site, as they were written. Written by the feed's thread, read by any. */
final class HubSite {
    /** Beyond that new ones are not kept: no plant has so many tags, but a broken vendor may invent them. */
    private static final int MOST = 100_000;

    private final Map<String, Told> motions = new ConcurrentHashMap<>();
    private final Map<String, Told> locations = new ConcurrentHashMap<>();

    void take(Told told) {
        switch (told.topic()) {
            case TRACKABLE_MOTIONS -> keep(motions, told);
            case LOCATION_UPDATES -> keep(locations, told);
            case PROXIMITY_UPDATES, FENCE_EVENTS -> {}
        }
    }

    private static void keep(Map<String, Told> all, Told told) {
        if (all.size() < MOST || all.containsKey(told.id())) {
            all.put(told.id(), told);
        }
    }

    Collection<Told> motions() {
        return motions.values();
    }

    Collection<Told> locations() {
        return locations.values();
    }

    @Nullable
    Told motion(String trackableId) {
        return motions.get(trackableId);
    }

    /** @param key in the form in which they are matched */
    @Nullable
    Told location(String key) {
        return locations.get(key);
    }

    void forgetBefore(Instant time) {
        motions.values().removeIf(each -> each.heardAt().isBefore(time));
        locations.values().removeIf(each -> each.heardAt().isBefore(time));
    }
}
