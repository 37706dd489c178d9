package io.muster.launcher.kafka;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of a site's plan that its topic holds, in the order of their arrival. */
public final class PlanLog {
    private PlanLog() {}

    /**
     * @param plan null when the record cannot be read as one
     * @param fault why not; empty when it can
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    public record Version(
            String version,
            Instant arrival,
            byte[] document,
            @Nullable Plan plan,
            String fault) {
        /** When it comes into force: not before it arrived. */
        public Instant inForceFrom() {
            Instant wanted = plan == null ? null : plan.validFrom();
            return wanted == null || wanted.isBefore(arrival) ? arrival : wanted;
        }
    }

    public static List<Version> read(Connection connection, String site) {
        List<Version> versions = new ArrayList<>();
        TopicReader.read(connection, topic(site), record -> {
            byte[] document = record.value();
            if (document == null) {
                return;
            }
            String version = Records.key(record);
            Instant arrival = Instant.ofEpochMilli(record.timestamp());
            try {
                Plan plan = PlanReader.read(version, document, new PlanOverrides(site, null, null, version));
                versions.add(new Version(version, arrival, document, plan, ""));
            } catch (PlanFaults e) {
                versions.add(
                        new Version(version, arrival, document, null, e.faults().get(0)));
            }
        });
        return versions;
    }

    /** The version in force at {@code now}: the one that came into force last; null when there is none. */
    public static @Nullable Version inForce(List<Version> versions, Instant now) {
        Version found = null;
        for (Version version : versions) {
            boolean started = version.plan() != null && !version.inForceFrom().isAfter(now);
            if (started && (found == null || !version.inForceFrom().isBefore(found.inForceFrom()))) {
                found = version;
            }
        }
        return found;
    }

    public static String topic(String site) {
        return new TopicName(site, TopicKind.PLANS, null).full();
    }
}
