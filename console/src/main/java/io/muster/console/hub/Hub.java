package io.muster.console.hub;

import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.KeyScope;
import io.muster.console.users.VendorKey;
import io.muster.contract.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What the hub's addresses are answered from. */
final class Hub {
    private final Live live;
    private final HubFeed feed;

    Hub(Live live, HubFeed feed) {
        this.live = live;
        this.feed = feed;
    }

    /** @throws HubRefusal where nothing is known of the site */
    HubView view(Authentication who, String site) {
        return view(key(who), site);
    }

    /** @throws HubRefusal where nothing is known of the site */
    HubView view(VendorKey key, String site) {
        LiveSite known = live.site(site);
        if (known == null) {
            throw HubRefusal.notThere("there is no site " + site);
        }
        return new HubView(known, feed.site(site), key.may(KeyScope.NAMES), Instant.now());
    }

    /** In force now; null = there is none. */
    @Nullable
    Plan plan(String site) {
        LiveSite known = live.site(site);
        return known == null ? null : known.plan(Instant.now());
    }

    HubFeed feed() {
        return feed;
    }

    static VendorKey key(Authentication who) {
        if (who.getPrincipal() instanceof VendorKey key) {
            return key;
        }
        throw new IllegalStateException("no key is behind this call");
    }
}
