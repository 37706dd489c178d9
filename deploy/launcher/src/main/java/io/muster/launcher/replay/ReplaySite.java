package io.muster.launcher.replay;

import io.muster.contract.topic.SiteId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Names of replayed sites. */
public final class ReplaySite {
    private static final String PREFIX = "replay-";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private ReplaySite() {}

    /** {@code replay-20260301-081502}: two replays a second apart are two sites. */
    public static String named(Instant now) {
        return PREFIX + MOMENT.format(now);
    }

    /** What is wrong with the name, in one line; null = nothing. */
    public static @Nullable String fault(String site) {
        if (!SiteId.wellFormed(site) || !SiteId.isReplay(site) || site.length() == PREFIX.length()) {
            return "a replayed site is named " + PREFIX + "…, at most 32 lower-case letters, digits and dashes, was '"
                    + site + "'";
        }
        return null;
    }
}
