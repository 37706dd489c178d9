package io.muster.simulator.verify;

import io.muster.simulator.truth.GatePass;
import io.muster.simulator.truth.Presence;
import io.muster.simulator.truth.Truth;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fence the gates lead to, where nobody says it: the one whose stays most often begin and end in the very moment of a pass. */
final class GatedFences {
    private record Step(String person, Instant moment) {}

    private GatedFences() {}

    /** Empty where no stay has to do with a pass. */
    static Set<String> of(Truth truth) {
        Set<Step> passes = new HashSet<>();
        for (GatePass pass : truth.passes()) {
            passes.add(new Step(pass.trackableIds().get(0), pass.onset()));
        }
        Map<String, Integer> hits = new HashMap<>();
        for (Presence stay : truth.presences()) {
            if (!stay.tolerated()) {
                String person = stay.trackableIds().get(0);
                int ends = count(passes, person, stay.onset()) + count(passes, person, stay.end());
                if (ends > 0) {
                    hits.merge(stay.subject().id(), ends, Integer::sum);
                }
            }
        }
        return hits.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(fence -> Set.of(fence.getKey()))
                .orElse(Set.of());
    }

    private static int count(Set<Step> passes, String person, @Nullable Instant moment) {
        return moment != null && passes.contains(new Step(person, moment)) ? 1 : 0;
    }
}
