package io.muster.launcher.quality;

import io.muster.simulator.SiteMessage;
import io.muster.stream.replay.InputEnvelope;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Messages of simulated sites as records that the job reads: one partition a topic, offsets from 0. */
public final class SiteFeed implements Iterator<InputEnvelope> {
    private final Iterator<SiteMessage> messages;
    private final Map<String, long[]> offsets = new HashMap<>();

    /** @param messages sorted by emission over all sites */
    public SiteFeed(Iterator<SiteMessage> messages) {
        this.messages = messages;
    }

    @Override
    public boolean hasNext() {
        return messages.hasNext();
    }

    @Override
    public InputEnvelope next() {
        SiteMessage next = messages.next();
        String topic = next.message().topic();
        long[] offset = offsets.computeIfAbsent(next.site() + " " + topic, key -> new long[1]);
        return new InputEnvelope(
                next.site(),
                topic,
                0,
                offset[0]++,
                next.message().emissionMillis(),
                next.message().key(),
                next.message().value());
    }
}
