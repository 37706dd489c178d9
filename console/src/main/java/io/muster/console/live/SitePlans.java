package io.muster.console.live;

import io.muster.contract.plan.PlanVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions of a site's plan as its topic tells them. One that the job refused is a version with a fault: it never comes into force. */
final class SitePlans {
    private final List<PlanVersion> versions = new ArrayList<>();
    /** Why, by the offset of the record. */
    private final Map<Long, String> refused = new HashMap<>();

    synchronized void take(PlanVersion version) {
        String why = refused.get(version.offset());
        versions.add(why == null ? version : without(version, why));
    }

    /** The refusal may be read before what it refuses: they are in different topics. */
    synchronized void refuse(long offset, String why) {
        refused.put(offset, why);
        versions.replaceAll(each -> each.offset() == offset ? without(each, why) : each);
    }

    /** In the order of their arrival. */
    synchronized List<PlanVersion> all() {
        return List.copyOf(versions);
    }

    synchronized @Nullable PlanVersion inForce(Instant now) {
        return PlanVersion.inForce(versions, now);
    }

    private static PlanVersion without(PlanVersion version, String why) {
        return new PlanVersion(version.version(), version.offset(), version.arrival(), version.document(), null, why);
    }
}
