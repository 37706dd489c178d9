package io.muster.launcher.record;

import io.muster.contract.codec.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which versions of a plan, or of a person, a recording must open with: the one in force, and those that are still to come. Pure. */
final class InForce {
    private static final Comparator<Version> BY_FORCE = Comparator.comparing(Version::inForceFrom)
            .thenComparing(each -> each.record().offset());

    private InForce() {}

    /**
     * @param subject of whom this is a version: a person's id; the same for all versions of a plan
     * @param validFrom as the document says; null = from its arrival on
     * @param record its value is null where it ends the subject
     */
    record Version(String subject, @Nullable Instant validFrom, Envelope record) {
        /** Not before it arrived. */
        Instant inForceFrom() {
            Instant arrival = Instant.ofEpochMilli(record.arrivalMillis());
            return validFrom == null || validFrom.isBefore(arrival) ? arrival : validFrom;
        }
    }

    /** The records to open with, in the order in which they came. */
    static List<Envelope> at(Instant moment, List<Version> versions) {
        Map<String, List<Version>> bySubject = new LinkedHashMap<>();
        versions.forEach(each -> bySubject
                .computeIfAbsent(each.subject(), subject -> new ArrayList<>())
                .add(each));
        List<Envelope> kept = new ArrayList<>();
        for (List<Version> of : bySubject.values()) {
            of.sort(BY_FORCE);
            Version current = null;
            for (Version each : of) {
                if (each.inForceFrom().isAfter(moment)) {
                    kept.add(each.record());
                } else {
                    current = each;
                }
            }
            if (current != null && current.record().value() != null) {
                kept.add(current.record());
            }
        }
        kept.sort(Comparator.comparingLong(Envelope::offset));
        return kept;
    }
}
