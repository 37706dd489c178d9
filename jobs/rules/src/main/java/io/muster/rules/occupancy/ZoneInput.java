package io.muster.rules.occupancy;

import io.muster.rules.Ordered;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.plan.ZoneDefinition;
import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there. */
public record ZoneInput(
        @Nullable PresenceChange presence, @Nullable ZoneDefinition zone) implements Ordered {

    public static ZoneInput of(PresenceChange presence) {
        return new ZoneInput(presence, null);
    }

    public static ZoneInput of(ZoneDefinition zone) {
        return new ZoneInput(null, zone);
    }

    private Ordered the() {
        if (presence != null) {
            return presence;
        }
        if (zone != null) {
            return zone;
        }
        throw new IllegalStateException("neither a presence nor a zone");
    }

    public String site() {
        return presence != null ? presence.site() : ((ZoneDefinition) the()).site();
    }

    public String fenceId() {
        return presence != null ? presence.fenceId() : ((ZoneDefinition) the()).fenceId();
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
    public long offset() {
        return the().offset();
    }
}
