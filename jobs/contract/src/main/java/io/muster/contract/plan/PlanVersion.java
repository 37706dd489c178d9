package io.muster.contract.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of the topic of plans of a site. Lists of them are in the order of the log.
 *
 * @param version the record's key
 * @param offset of the record
 * @param arrival when the broker took it
 * @param document as it came
 * @param plan null = it cannot be read as one, and never comes into force
 * @param fault why not; empty where it can
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record PlanVersion(
        String version,
        long offset,
        Instant arrival,
        byte[] document,
        @Nullable Plan plan,
        String fault) {

    /** Never fails: a document with faults is a version with a fault. */
    public static PlanVersion read(String site, String version, long offset, Instant arrival, byte[] document) {
        try {
            Plan plan = PlanReader.read(version, document, new PlanOverrides(site, null, null, version));
            return new PlanVersion(version, offset, arrival, document, plan, "");
        } catch (PlanFaults e) {
            return new PlanVersion(
                    version, offset, arrival, document, null, e.faults().get(0));
        }
    }

    /** When it comes into force: not before it arrived. */
    public Instant inForceFrom() {
        Instant wanted = plan == null ? null : plan.validFrom();
        return wanted == null || wanted.isBefore(arrival) ? arrival : wanted;
    }

    /** The version in force at {@code now}: the one that came into force last; null = there is none. */
    public static @Nullable PlanVersion inForce(List<PlanVersion> versions, Instant now) {
        PlanVersion found = null;
        for (PlanVersion version : versions) {
            boolean started = version.plan() != null && !version.inForceFrom().isAfter(now);
            if (started && (found == null || !version.inForceFrom().isBefore(found.inForceFrom()))) {
                found = version;
            }
        }
        return found;
    }

    /** Whether this very document was applied last: to write it again would change nothing. */
    public static boolean isNewest(List<PlanVersion> versions, String version, byte[] document) {
        return !versions.isEmpty() && versions.get(versions.size() - 1).is(version, document);
    }

    /** The one that has this name and other content; null = none. Alarms name the version, so a name must not mean two plans. */
    public static @Nullable PlanVersion clash(List<PlanVersion> versions, String version, byte[] document) {
        return versions.stream()
                .filter(each -> each.version().equals(version) && !each.is(version, document))
                .findFirst()
                .orElse(null);
    }

    private boolean is(String name, byte[] content) {
        return version.equals(name) && Arrays.equals(document, content);
    }
}
