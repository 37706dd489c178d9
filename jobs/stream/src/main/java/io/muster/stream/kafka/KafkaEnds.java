package io.muster.stream.kafka;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ends need to know of Kafka.
 *
 * @param bootstrap HOST:PORT, several separated by commas
 * @param client further client settings, such as those of TLS and SASL
 * @param discoveryMillis how often new topics are looked for; a new vendor is in service after twice this at most
 * @param tickMillis how often a tick is written into every input partition
 * @param sinceMillis how far back a job without a past reads, ms since the epoch; {@link #EVERYTHING} = from the beginning of every topic
 * @param writesTicks false for a job that replays: its input brings its ticks
 */
public record KafkaEnds(
        String bootstrap,
        Map<String, String> client,
        SitePattern sites,
        long discoveryMillis,
        long tickMillis,
        long sinceMillis,
        boolean writesTicks)
        implements Serializable {
    static final long EVERYTHING = Long.MIN_VALUE;

    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("bootstrap.servers", bootstrap);
        return properties;
    }
}
