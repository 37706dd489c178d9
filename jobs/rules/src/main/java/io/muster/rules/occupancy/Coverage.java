package io.muster.rules.occupancy;

import org.jspecify.annotations.Nullable;

/** How well a zone is heard, by the people who are in it (PF-1: the production area is covered). */
public final class Coverage {
    public static final String OK = "ok";
    public static final String DEGRADED = "degraded";
    public static final String BLIND = "blind";

    /** A zone with more silent people than this share is not merely unlucky with one tag. */
    private static final double DEGRADED_SHARE = 0.05;

    /**
     * @param confirmed people who are heard, >= 0
     * @param stale people who have fallen silent, >= 0
     * @return {@code blind}: nobody of its people is heard; {@code degraded}: more than 5 % are silent; else {@code ok}; null = nobody is there to tell
     */
    public static @Nullable String of(int confirmed, int stale) {
        if (confirmed + stale == 0) {
            return null;
        }
        return confirmed == 0 ? BLIND : stale > DEGRADED_SHARE * (confirmed + stale) ? DEGRADED : OK;
    }

    private Coverage() {}
}
