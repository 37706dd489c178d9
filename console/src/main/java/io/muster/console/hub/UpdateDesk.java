package io.muster.console.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.muster.console.users.VendorKey;
import io.muster.contract.topic.TopicName;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Takes what a vendor sends, over REST or WebSocket, and counts it. */
final class UpdateDesk {
    private static final String TAKEN = "muster.console.hub.taken";
    private static final String REFUSED = "muster.console.hub.refused";

    private final HubFeed feed;
    private final VendorWriter writer;
    private final MeterRegistry meters;

    UpdateDesk(HubFeed feed, VendorWriter writer, MeterRegistry meters) {
        this.feed = feed;
        this.writer = writer;
        this.meters = meters;
    }

    /**
     * Returns once the brokers have all of it.
     *
     * @param reading of what was sent
     * @throws HubRefusal where something is wrong with it, or the vendor has no topic at this site
     * @throws VendorWriter.NotTaken where the brokers did not say in time that they have it
     */
    void take(VendorKey key, UpdateKind kind, Supplier<List<Update>> reading) throws VendorWriter.NotTaken {
        TopicName topic = new TopicName(key.site(), kind.topic(), key.vendor());
        try {
            List<Update> updates = reading.get();
            Boolean there = feed.has(topic);
            if (there == null) {
                throw HubRefusal.of(HttpStatus.SERVICE_UNAVAILABLE, "the brokers were not reached yet; try again");
            }
            if (!there) {
                throw HubRefusal.notThere("there is no topic " + topic.full()
                        + "; whoever runs the plant's Kafka makes it: muster topics create --site " + key.site()
                        + " --vendor " + key.vendor());
            }
            writer.send(topic, updates);
            count(TAKEN, key, kind, updates.size());
        } catch (HubRefusal | VendorWriter.NotTaken e) {
            count(REFUSED, key, kind, 1);
            throw e;
        }
    }

    /** Taken ones are items, refused ones calls. */
    private void count(String name, VendorKey key, UpdateKind kind, int how) {
        meters.counter(
                        name,
                        "site",
                        key.site(),
                        "vendor",
                        key.vendor(),
                        "topic",
                        kind.topic().wire())
                .increment(how);
    }
}
