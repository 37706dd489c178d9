package io.muster.rules.risk;

import io.muster.rules.Ordered;
import io.muster.rules.context.Notice;
import io.muster.rules.gathering.GatheringChange;
import io.muster.rules.plan.ZoneDefinition;
import org.jspecify.annotations.Nullable;

/** Exactly one of the three is there. */
public record RiskInput(
        @Nullable GatheringChange change,
        @Nullable ZoneDefinition zone,
        @Nullable Notice notice) implements Ordered {

    public static RiskInput of(GatheringChange change) {
        return new RiskInput(change, null, null);
    }

    public static RiskInput of(ZoneDefinition zone) {
        return new RiskInput(null, zone, null);
    }

    public static RiskInput of(Notice notice) {
        return new RiskInput(null, null, notice);
    }

    private Ordered the() {
        Ordered one = change != null ? change : zone != null ? zone : notice;
        if (one == null) {
            throw new IllegalStateException("neither a gathering, nor a zone, nor a notice");
        }
        return one;
    }

    public String site() {
        return change != null ? change.site() : zone != null ? zone.site() : ((Notice) the()).site();
    }

    @Override
    public long timeMillis() {
        return the().timeMillis();
    }

    @Override
    public long eventMillis() {
        return the().eventMillis();
    }

    @Override
    public String origin() {
        return the().origin();
    }

    @Override
    public int partition() {
        return the().partition();
    }

    @Override
    public long offset() {
        return the().offset();
    }
}
