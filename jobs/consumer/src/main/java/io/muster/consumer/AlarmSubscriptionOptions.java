package io.muster.consumer;

import io.muster.contract.topic.SiteId;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an {@link AlarmSubscription} reads.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param site whose alarms
 * @param withChanges false: {@code <site>.alarm-states} alone, which is enough to know every alarm that stands and is small, being
 *     compacted. true: {@code <site>.alarms} too, so that a listener sees every change of the year kept there; the book then holds
 *     the closed alarms of that year as well, save those whose tombstone is still in the other topic
 * @param clientSettings settings of the Kafka client by their names, such as those of TLS and SASL
 */
public record AlarmSubscriptionOptions(
        String bootstrapServers, String site, boolean withChanges, Map<String, String> clientSettings) {

    /** @throws IllegalArgumentException when the site is no site id, in one line */
    public AlarmSubscriptionOptions {
        if (!SiteId.wellFormed(site)) {
            throw new IllegalArgumentException(
                    "the site must be a small letter and up to 31 of a-z 0-9 -, was '" + site + "'");
        }
        clientSettings = Map.copyOf(clientSettings);
    }

    /** The states of one site, without security. */
    public static AlarmSubscriptionOptions states(String bootstrapServers, String site) {
        return new AlarmSubscriptionOptions(bootstrapServers, site, false, Map.of());
    }

    /** The states and every change of one site, without security. */
    public static AlarmSubscriptionOptions statesAndChanges(String bootstrapServers, String site) {
        return new AlarmSubscriptionOptions(bootstrapServers, site, true, Map.of());
    }

    /** Full names. */
    List<String> topics() {
        List<String> topics = new ArrayList<>();
        topics.add(new TopicName(site, TopicKind.ALARM_STATES, null).full());
        if (withChanges) {
            topics.add(new TopicName(site, TopicKind.ALARMS, null).full());
        }
        return topics;
    }
}
