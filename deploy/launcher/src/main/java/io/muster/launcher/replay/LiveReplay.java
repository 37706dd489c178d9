package io.muster.launcher.replay;

import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.TopicCreation;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import io.muster.simulator.Pacer;
import io.muster.stream.config.ConfigFaults;
import io.muster.stream.config.JobConfig;
import io.muster.stream.input.RawRecord;
import io.muster.stream.replay.ReplayFaults;
import io.muster.stream.replay.ReplayInput;
import io.muster.stream.replay.ReplayOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.TopicPartition;

/** An input into a live Kafka, as a site of its own. */
public final class LiveReplay {
    private LiveReplay() {}

    /** Told how far it is. */
    public interface Listener {
        /** The input is being read for the first time, to learn what topics it needs. */
        void looking(long lines, long arrivalMillis);

        /** The topics are there: a job that starts from now on reads the replay whole. */
        void ready(int topics);

        /** @param total records in all */
        void wrote(long records, long total, long arrivalMillis);
    }

    /**
     * @param records written, ticks left out
     * @param total records of the input; more than {@code records} where it was stopped
     * @param fromMillis first and last arrival, ms since the epoch
     */
    public record Outcome(long records, long total, long fromMillis, long toMillis, boolean whole) {}

    /**
     * @param options with the replayed site as its site; its output means nothing here
     * @param speed recorded seconds in a second; 0 = as fast as it goes
     * @throws ReplayFaults where the input is faulty; nothing has been created then
     * @throws BadInput where the site has topics already, or Kafka refuses something
     */
    public static Outcome run(
            Connection connection, String site, ReplayOptions options, double speed, StopSignal stop, Listener listener)
            throws ReplayFaults {
        try (Admin admin = connection.admin()) {
            refuseWhatIsThere(connection, admin, site);
            RecordedTopics wanted = look(options, stop, listener);
            Set<TopicPartition> ticking = create(connection, admin, site, wanted, listener);
            return write(connection, site, options, speed, stop, listener, wanted.records(), ticking);
        } catch (IOException e) {
            throw new BadInput(options.input() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseWhatIsThere(Connection connection, Admin admin, String site) {
        boolean there = connection.await(admin.listTopics().names(), "list of topics").stream()
                .anyMatch(topic -> topic.startsWith(site + "."));
        if (there) {
            throw new BadInput("site " + site + " is on " + connection.bootstrap()
                    + " already; a replay has a site of its own: give another --site, or none");
        }
    }

    private static RecordedTopics look(ReplayOptions options, StopSignal stop, Listener listener)
            throws ReplayFaults, IOException {
        RecordedTopics topics = new RecordedTopics();
        try (ReplayInput input =
                ReplayInput.open(options, step -> listener.looking(step.lines(), step.arrivalMillis()))) {
            RawRecord next = input.next();
            while (next != null) {
                topics.take(next);
                if (stop.isAsked()) {
                    throw new BadInput("stopped before anything was written");
                }
                next = input.next();
            }
        }
        if (topics.records() == 0) {
            throw new BadInput(options.input() + ": holds no record");
        }
        return topics;
    }

    /** @return every input partition of the site */
    private static Set<TopicPartition> create(
            Connection connection, Admin admin, String site, RecordedTopics wanted, Listener listener) {
        List<TopicCreation.Outcome> created = TopicCreation.create(connection, admin, site, wanted.vendors());
        Map<String, Integer> counts = new HashMap<>();
        created.forEach(each -> counts.put(each.topic(), each.partitions()));
        Map<String, NewPartitions> more = new HashMap<>();
        wanted.partitions().forEach((topic, least) -> {
            if (least > counts.getOrDefault(topic.full(), 0)) {
                more.put(topic.full(), NewPartitions.increaseTo(least));
                counts.put(topic.full(), least);
            }
        });
        if (!more.isEmpty()) {
            connection.await(admin.createPartitions(more).all(), "partitions as recorded");
        }
        Set<TopicPartition> inputs = new HashSet<>();
        counts.forEach((topic, count) -> {
            TopicName name = TopicName.parse(topic);
            if (name != null && name.kind().input()) {
                for (int partition = 0; partition < count; partition++) {
                    inputs.add(new TopicPartition(topic, partition));
                }
            }
        });
        listener.ready(counts.size());
        return inputs;
    }

    private static Outcome write(
            Connection connection,
            String site,
            ReplayOptions options,
            double speed,
            StopSignal stop,
            Listener listener,
            long total,
            Set<TopicPartition> ticking)
            throws ReplayFaults, IOException {
        try (ReplayInput input = ReplayInput.open(options, step -> {});
                KafkaLog log = new KafkaLog(connection, site, ticking)) {
            PacedReplay replay = new PacedReplay(log, speed, new Pacer(speed), stop::isAsked);
            boolean whole = replay.run(
                    input::next, settleMillis(options), (count, millis) -> listener.wrote(count, total, millis));
            log.flush();
            return new Outcome(replay.records(), total, replay.beginMillis(), replay.lastMillis(), whole);
        }
    }

    private static long settleMillis(ReplayOptions options) throws ReplayFaults {
        try {
            return JobConfig.load(options.profile(), options.config()).settleMillis();
        } catch (ConfigFaults e) {
            throw new ReplayFaults(e.faults());
        }
    }
}
