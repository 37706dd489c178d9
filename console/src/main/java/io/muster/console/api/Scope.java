package io.muster.console.api;

import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.console.users.Right;
import io.muster.contract.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What of a site a caller may see. */
final class Scope {
    private final ConsoleUser user;
    private final LiveSite site;

    private Scope(ConsoleUser user, LiveSite site) {
        this.user = user;
        this.site = site;
    }

    /** @throws NotThere where there is no such site, or it is not this user's: the two look alike */
    static Scope of(Authentication who, Live live, String siteId) {
        return of(Caller.of(who), live, siteId);
    }

    static Scope of(ConsoleUser user, Live live, String siteId) {
        LiveSite site = user.sees(siteId) ? live.site(siteId) : null;
        if (site == null) {
            throw new NotThere("there is no site " + siteId);
        }
        return new Scope(user, site);
    }

    ConsoleUser user() {
        return user;
    }

    LiveSite site() {
        return site;
    }

    /** Null where it is not known, or not for this user. */
    @Nullable
    String name(String trackableId) {
        if (!user.may(Right.NAMES)) {
            return null;
        }
        Person person = site.registered(trackableId);
        return person == null ? null : person.name();
    }
}
