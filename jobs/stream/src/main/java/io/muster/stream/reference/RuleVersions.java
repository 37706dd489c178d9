package io.muster.stream.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of plans that may still be asked for, by site, as {@link References} holds plans. Not thread-safe. */
public final class RuleVersions {
    private static final Comparator<RuleVersion> BY_FORCE = Comparator.comparingLong(RuleVersion::inForceMillis)
            .thenComparingLong(RuleVersion::arrivalMillis)
            .thenComparingInt(RuleVersion::partition)
            .thenComparingLong(RuleVersion::offset);

    private final Map<String, List<RuleVersion>> sites = new HashMap<>();

    /**
     * Takes up a version.
     *
     * @param decidedMillis nothing at or before this is asked for any more
     * @return the versions that nobody can ask for now, to be forgotten
     */
    public List<RuleVersion> add(RuleVersion version, long decidedMillis) {
        List<RuleVersion> versions = sites.computeIfAbsent(version.site(), site -> new ArrayList<>());
        versions.add(version);
        versions.sort(BY_FORCE);
        List<RuleVersion> forgotten = new ArrayList<>();
        while (versions.size() > 1 && versions.get(1).inForceMillis() <= decidedMillis) {
            forgotten.add(versions.remove(0));
        }
        return forgotten;
    }

    /** That of the plan of the site in force at this moment; null = there is none yet. */
    public @Nullable RuleVersion at(String site, long millis) {
        List<RuleVersion> versions = sites.getOrDefault(site, List.of());
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).inForceMillis() <= millis) {
                return versions.get(i);
            }
        }
        return null;
    }
}
