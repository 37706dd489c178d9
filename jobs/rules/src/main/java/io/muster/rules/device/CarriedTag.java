package io.muster.rules.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a person that is heard, or of which something is told.
 *
 * @param providerId as it was written first
 * @param live whether it has been heard lately
 * @param still what its sensor said last while it was heard; null = nothing
 * @param fallen whether it says that the person has fallen
 * @param jumps ordering times of the last jumps that no radio makes, oldest first
 */
public record CarriedTag(
        String key,
        String providerId,
        String vendor,
        boolean live,
        @Nullable Boolean still,
        boolean fallen,
        List<Long> jumps) {
    public CarriedTag {
        jumps = jumps == null ? List.of() : jumps;
    }

    CarriedTag withLive(boolean isLive) {
        return new CarriedTag(
                key, providerId, vendor, isLive, isLive ? still : null, fallen, isLive ? jumps : List.of());
    }

    CarriedTag withMotion(@Nullable Boolean isStill, boolean hasFallen) {
        return new CarriedTag(key, providerId, vendor, live, isStill, hasFallen, jumps);
    }

    CarriedTag withJumps(List<Long> times) {
        return new CarriedTag(key, providerId, vendor, live, still, fallen, times);
    }
}
