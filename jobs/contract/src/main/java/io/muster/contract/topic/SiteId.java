package io.muster.contract.topic;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of sites: {@code [a-z][a-z0-9-]{0,31}}; {@code muster} is ours, {@code replay-} is for replays. */
public final class SiteId {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** What is wrong with a name for a live site, in one line; null = nothing. */
    public static @Nullable String fault(String site) {
        if (!FORM.matcher(site).matches()) {
            return "a site is named by [a-z][a-z0-9-]{0,31}, was '" + site + "'";
        }
        if (site.equals("muster") || site.startsWith("replay-")) {
            return "'" + site + "' is reserved: 'muster' and 'replay-…' are no sites of a plant";
        }
        return null;
    }

    /** Also true for replayed sites. */
    public static boolean wellFormed(String site) {
        return FORM.matcher(site).matches() && !site.equals("muster");
    }

    public static boolean isReplay(String site) {
        return site.startsWith("replay-");
    }

    /**
     * The id itself.
     *
     * @throws IllegalArgumentException with one line that says what was expected
     */
    public static String check(String site) {
        String fault = fault(site);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return site;
    }

    private SiteId() {}
}
