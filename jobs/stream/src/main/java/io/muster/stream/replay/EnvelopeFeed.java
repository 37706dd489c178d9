package io.muster.stream.replay;

import io.muster.contract.topic.TopicName;
import io.muster.stream.input.Control;
import io.muster.stream.input.RawRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Envelopes of many sites as a feed with its ticks. Empty where there are no envelopes. */
final class EnvelopeFeed implements Iterator<RawRecord> {
    private final Iterator<InputEnvelope> envelopes;
    private final FileTicks ticks;
    /** Site to topic without the site to what it is; there are few, and each is asked for with every record. */
    private final Map<String, Map<String, TopicName>> topics = new HashMap<>();

    private long arrival = Long.MIN_VALUE;
    private @Nullable RawRecord behindTick;
    private boolean ended;

    EnvelopeFeed(Iterator<InputEnvelope> envelopes, long settleMillis) {
        this.envelopes = envelopes;
        this.ticks = new FileTicks("site", settleMillis);
    }

    @Override
    public boolean hasNext() {
        return behindTick != null || envelopes.hasNext() || (!ended && arrival != Long.MIN_VALUE);
    }

    @Override
    public RawRecord next() {
        RawRecord waiting = behindTick;
        if (waiting != null) {
            behindTick = null;
            return waiting;
        }
        if (envelopes.hasNext()) {
            RawRecord record = raw(envelopes.next());
            RawRecord tick = ticks.before(arrival);
            if (tick == null) {
                return record;
            }
            behindTick = record;
            return tick;
        }
        if (ended) {
            throw new NoSuchElementException();
        }
        ended = true;
        return ticks.last(arrival);
    }

    private RawRecord raw(InputEnvelope in) {
        if (in.arrivalMillis() < arrival) {
            throw new IllegalArgumentException("arrival " + Instant.ofEpochMilli(in.arrivalMillis()) + " of "
                    + in.site() + "." + in.topic() + "#" + in.partition() + " offset " + in.offset() + " comes after "
                    + Instant.ofEpochMilli(arrival));
        }
        arrival = in.arrivalMillis();
        TopicName topic = topics.computeIfAbsent(in.site(), site -> new HashMap<>())
                .computeIfAbsent(in.topic(), name -> input(in.site(), name));
        return new RawRecord(
                topic.site(),
                in.topic(),
                topic.kind(),
                topic.vendor(),
                in.partition(),
                in.offset(),
                in.arrivalMillis(),
                in.key(),
                in.value(),
                Control.RECORD);
    }

    private static TopicName input(String site, String topic) {
        TopicName name = TopicName.parseWithoutSite(site, topic);
        if (name == null || !name.kind().input()) {
            throw new IllegalArgumentException("expected a site and an input topic, was '" + site + "." + topic + "'");
        }
        return name;
    }
}
