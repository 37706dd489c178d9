package io.muster.console.admin;

import io.muster.console.live.LiveSite;
import io.muster.console.live.NotSent;
import io.muster.console.live.SiteWriter;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.plan.PlanVersion;
import io.muster.contract.topic.TopicKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies plans: checked whole, one record, one version, as {@code ./muster plan apply} does. Rules in a plan are checked by the job, which knows them; a version
 * that it refuses is one with a fault.
 */
public final class PlanDesk {
    /** In faults, where a file has its name. */
    static final String NAME = "plan";

    private final SiteWriter writer;
    private final Fresh fresh;
    /** One change of a site's plan at a time. */
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    public PlanDesk(SiteWriter writer, Fresh fresh) {
        this.writer = writer;
        this.fresh = fresh;
    }

    /** Makes the document that is to be applied out of the newest version; null = the site has none. */
    @FunctionalInterface
    public interface Maker {
        byte[] make(@Nullable PlanVersion newest) throws PlanFaults;
    }

    /**
     * @param before the newest version before
     * @param written false = it was the newest already
     */
    public record Applied(Plan plan, @Nullable PlanVersion before, boolean written) {}

    /** @throws PlanFaults with all faults */
    public static Plan check(String site, byte[] document) throws PlanFaults {
        return PlanReader.read(NAME, document, PlanOverrides.ofSite(site));
    }

    /** Every version, also one that somebody else applied a moment ago. */
    public List<PlanVersion> versions(LiveSite site) {
        fresh.read(site.id(), TopicKind.PLANS);
        return site.planVersions();
    }

    /** The last one that was applied and is a plan: what a change is made from; null = there is none. */
    public static @Nullable PlanVersion newest(List<PlanVersion> versions) {
        PlanVersion newest = null;
        for (PlanVersion each : versions) {
            newest = each.plan() == null ? newest : each;
        }
        return newest;
    }

    /**
     * Applies a document.
     *
     * @param base the version that it was made from, which must be the newest one still; null = the site has none yet
     * @throws Conflict where somebody else applied one since, or the version's name is taken by another content
     * @throws PlanFaults with all faults of the document
     */
    public Applied apply(LiveSite site, @Nullable String base, Maker maker) throws PlanFaults, NotSent {
        synchronized (locks.computeIfAbsent(site.id(), id -> new Object())) {
            List<PlanVersion> versions = versions(site);
            PlanVersion newest = newest(versions);
            String known = newest == null ? null : newest.version();
            if (known == null ? base != null : !known.equals(base)) {
                throw new Conflict(
                        known == null
                                ? "base_version: the site has no plan yet, was '" + base + "'"
                                : "base_version: the newest version is '" + known + "', was "
                                        + (base == null ? "not given" : "'" + base + "'")
                                        + "; look at what was changed since");
            }
            byte[] document = maker.make(newest);
            Plan plan = check(site.id(), document);
            PlanVersion clash = PlanVersion.clash(versions, plan.version(), document);
            if (clash != null) {
                throw new Conflict("muster.version: '" + plan.version() + "' was applied at " + clash.arrival()
                        + " with other content; give this one another");
            }
            boolean written = !PlanVersion.isNewest(versions, plan.version(), document);
            if (written) {
                fresh.read(writer.write(site.id(), TopicKind.PLANS, plan.version(), document));
            }
            return new Applied(plan, newest, written);
        }
    }
}
