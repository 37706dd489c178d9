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

    /**
     * @param startMillis instant of simulated time 0 (epoch)
     * @param beforeMillis so long before that it cannot be ordered after the first fix
     */
    public static Iterator<SiteMessage> before(
            List<Site> sites, long startMillis, long beforeMillis, Iterator<SiteMessage> traffic) {
        List<SiteMessage> opening = new ArrayList<>();
        for (Site site : sites) {
            for (TimedMessage message : site.announcement(startMillis - beforeMillis, startMillis)) {
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
