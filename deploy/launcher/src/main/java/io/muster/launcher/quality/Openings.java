package io.muster.launcher.quality;

import io.muster.simulator.Site;
import io.muster.simulator.SiteMessage;
import io.muster.simulator.radio.TimedMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Plans and people of sites, in force before anything else is said. */
public final class Openings {
    private Openings() {}

    /** @param atMillis so long before the first fix that it cannot be ordered before them (epoch) */
    public static Iterator<SiteMessage> before(List<Site> sites, long atMillis, Iterator<SiteMessage> traffic) {
        List<SiteMessage> opening = new ArrayList<>();
        for (Site site : sites) {
            for (TimedMessage message : site.announcement(atMillis)) {
                opening.add(new SiteMessage(site.id(), message));
            }
        }
        Iterator<SiteMessage> first = opening.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return first.hasNext() || traffic.hasNext();
            }

            @Override
            public SiteMessage next() {
                return first.hasNext() ? first.next() : traffic.next();
            }
        };
    }
}
