package io.muster.launcher.lines;

import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.Records;
import io.muster.launcher.kafka.TopicReader;
import io.muster.launcher.process.BadInput;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a site calls its places and people, from its plans and trackables; what cannot be read there stays without a name. */
public final class SiteNames {
    private SiteNames() {}

    public static void load(Connection connection, String site, Names names) {
        tryRead(connection, new TopicName(site, TopicKind.PLANS, null).full(), record -> {
            if (record.value() != null) {
                try {
                    names.add(PlanReader.read(Records.key(record), record.value(), PlanOverrides.ofSite(site)));
                } catch (PlanFaults e) {
                    // The job says what is wrong with it; here it only means that ids stay ids.
                }
            }
        });
        tryRead(connection, new TopicName(site, TopicKind.TRACKABLES, null).full(), record -> {
            if (record.value() != null) {
                try {
                    names.add(PeopleReader.readOne(record.value()));
                } catch (PeopleFaults e) {
                    // As above.
                }
            }
        });
    }

    private static void tryRead(
            Connection connection, String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try {
            TopicReader.read(connection, topic, each);
        } catch (BadInput e) {
            // A site without plans: the same.
        }
    }
}
