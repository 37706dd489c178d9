package io.muster.launcher.feed;

import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import io.muster.contract.topic.Headers;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.Records;
import io.muster.launcher.kafka.TopicFollower;
import io.muster.launcher.kafka.TopicReader;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Watches the topics of one vendor for a while. Needs no job; where one runs, what it rejects counts too. */
public final class FeedCheck {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Connection connection;
    private final String site;
    private final String vendor;
    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> tags = new HashSet<>();
    private final FeedTally tally = new FeedTally(tag -> people().isEmpty() || tags().contains(tag));
    private long newestArrival;
    private long newestReadNanos;

    public FeedCheck(Connection connection, String site, String vendor) {
        this.connection = connection;
        this.site = site;
        this.vendor = vendor;
    }

    /**
     * @param progress told the number of messages a few times a second
     * @throws BadInput where the vendor has no topics, with what makes them
     */
    public FeedVerdict watch(Duration length, StopSignal stop, LongConsumer progress) {
        try (TopicFollower follower = new TopicFollower(connection, this::isWanted, false)) {
            follower.lookAround();
            if (follower.topics().stream().noneMatch(this::isInput)) {
                throw new BadInput("there is no topic of vendor " + vendor + " of site " + site + " on "
                        + connection.bootstrap() + "; ./muster topics create --site " + site + " --vendor " + vendor
                        + " makes them");
            }
            String trackables = new TopicName(site, TopicKind.TRACKABLES, null).full();
            if (follower.topics().contains(trackables)) {
                TopicReader.read(connection, trackables, this::person);
            }
            long begun = System.nanoTime();
            newestArrival = System.currentTimeMillis();
            newestReadNanos = begun;
            while (!stop.isAsked() && System.nanoTime() - begun < length.toNanos()) {
                follower.poll(PATIENCE, this::take);
                progress.accept(tally.messages());
            }
            long now = System.nanoTime();
            // The broker's time by its own stamps; this machine's clock only says how long ago the newest was read.
            long end = newestArrival + (now - newestReadNanos) / 1_000_000;
            return FeedVerdict.of(tally, people.size(), end, (now - begun) / 1_000_000);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicName name = TopicName.parse(record.topic());
        if (name == null) {
            return;
        }
        if (name.kind() == TopicKind.TRACKABLES) {
            person(record);
        } else if (name.kind() == TopicKind.REJECTED_UPDATES) {
            rejected(record);
        } else {
            if (tally.messages() == 0 || record.timestamp() >= newestArrival) {
                newestArrival = record.timestamp();
                newestReadNanos = System.nanoTime();
            }
            tally.take(new FeedTally.Raw(
                    name.kind(),
                    name.withoutSite(),
                    record.partition(),
                    record.offset(),
                    record.timestamp(),
                    record.key(),
                    record.value()));
        }
    }

    private void rejected(ConsumerRecord<byte[], byte[]> record) {
        String reason = Records.header(record, Headers.REASON);
        String detail = Records.header(record, Headers.DETAIL);
        String topic = Records.header(record, Headers.TOPIC);
        String partition = Records.header(record, Headers.PARTITION);
        String offset = Records.header(record, Headers.OFFSET);
        if (reason != null && topic != null && partition != null && offset != null) {
            tally.rejectedByJob(
                    reason,
                    detail == null ? "" : detail,
                    topic,
                    Integer.parseInt(partition),
                    Long.parseLong(offset),
                    record.value());
        }
    }

    private void person(ConsumerRecord<byte[], byte[]> record) {
        byte[] document = record.value();
        try {
            if (document == null) {
                people.remove(Records.key(record));
            } else {
                Person person = PeopleReader.readOne(document);
                people.put(person.id(), person);
            }
        } catch (PeopleFaults e) {
            // The job refuses it too: nobody has got these tags by it.
            return;
        }
        tags.clear();
        people.values().forEach(each -> tags.addAll(each.tags()));
    }

    private boolean isWanted(String topic) {
        TopicName name = TopicName.parse(topic);
        return name != null
                && name.site().equals(site)
                && (vendor.equals(name.vendor()) || name.kind() == TopicKind.TRACKABLES);
    }

    private boolean isInput(String topic) {
        TopicName name = TopicName.parse(topic);
        return name != null && name.kind().input() && vendor.equals(name.vendor());
    }

    private Map<String, Person> people() {
        return people;
    }

    private Set<String> tags() {
        return tags;
    }
}
