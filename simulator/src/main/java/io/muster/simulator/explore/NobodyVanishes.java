package io.muster.simulator.explore;

import io.muster.contract.omlox.TrackableMotion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Whoever is on site with a tag that is heard is on the map. */
final class NobodyVanishes implements Invariant {
    static final String NAME = "nobody-vanishes";
    private static final long SEEN_MILLIS = 20_000;

    private final TrueStays truth;
    private final Map<String, Long> lastMotion = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    NobodyVanishes(TrueStays truth) {
        this.truth = truth;
    }

    @Override
    public void motion(TrackableMotion motion, long millis, Consumer<Breach> breaches) {
        lastMotion.put(motion.id(), millis);
    }

    @Override
    public void mark(long millis, Consumer<Breach> breaches) {
        for (String person : truth.people()) {
            Long last = lastMotion.get(person);
            boolean gone =
                    truth.seen(person, millis - SEEN_MILLIS, millis) && (last == null || last < millis - SEEN_MILLIS);
            if (!gone) {
                told.remove(person);
            } else if (told.add(person)) {
                breaches.accept(new Breach(
                        NAME, millis, person + " is heard and has had no position for " + SEEN_MILLIS / 1000 + " s"));
            }
        }
    }
}
