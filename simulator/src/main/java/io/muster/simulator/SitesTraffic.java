package io.muster.simulator;

import io.muster.simulator.radio.TimedMessage;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** The traffic of several sites in emission order; at one moment, in the order of the sites. */
public final class SitesTraffic implements Iterator<SiteMessage> {
    /** The messages of one site, in emission order. */
    record Lane(String site, Iterator<TimedMessage> messages) {}

    private record Head(int order, Lane lane, TimedMessage message) {}

    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.<Head>comparingLong(head -> head.message().emissionMillis())
                    .thenComparingInt(Head::order));

    /**
     * Everything that sites send from a common simulated time 0 on.
     *
     * @param startMillis instant of simulated time 0 (epoch)
     * @param durationMillis simulated time; {@link Long#MAX_VALUE} = without end
     */
    public static Iterator<SiteMessage> of(List<Site> sites, long startMillis, long durationMillis) {
        return new SitesTraffic(sites.stream()
                .map(site -> new Lane(site.id(), site.traffic(startMillis, durationMillis)))
                .toList());
    }

    SitesTraffic(List<Lane> lanes) {
        for (int order = 0; order < lanes.size(); order++) {
            push(order, lanes.get(order));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public SiteMessage next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException("the run is over");
        }
        push(head.order(), head.lane());
        return new SiteMessage(head.lane().site(), head.message());
    }

    private void push(int order, Lane lane) {
        if (lane.messages().hasNext()) {
            heads.add(new Head(order, lane, lane.messages().next()));
        }
    }
}
