package io.muster.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.kafka.TopicFollower;
import io.muster.launcher.lines.AlarmLines;
import io.muster.launcher.lines.Liner;
import io.muster.launcher.lines.Names;
import io.muster.launcher.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads what the job writes, on a thread of its own: prints alarms as they rise and hands everything to the measurements. */
final class Watch implements AutoCloseable {
    private static final Set<TopicKind> WATCHED =
            EnumSet.of(TopicKind.ALARMS, TopicKind.COMPLIANCE, TopicKind.ZONE_OCCUPANCY, TopicKind.REJECTED_UPDATES);
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** An alarm record as a control room got it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Seen(byte[] value, long readableMillis) {}

    private final TopicFollower follower;
    private final Terminal terminal;
    private final AlarmLines lines;
    private final Measurements measurements;
    private final List<Seen> alarms = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean atEnd;
    private volatile @Nullable RuntimeException failure;

    Watch(Connection connection, Terminal terminal, Names names, Measurements measurements) {
        this.follower = new TopicFollower(connection, Watch::isWatched, true);
        this.terminal = terminal;
        this.lines = new AlarmLines(terminal, names, false);
        this.measurements = measurements;
        this.thread = new Thread(this::run, "muster-demo-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the last look found everything read that there was. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Forgets the last look, so that the next {@link #isAtEnd} is newer than now. */
    void lookAgain() {
        atEnd = false;
    }

    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Every alarm record so far, in the order of the topic. */
    List<Seen> alarms() {
        synchronized (alarms) {
            return List.copyOf(alarms);
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWatched(String topic) {
        TopicName name = TopicName.parse(topic);
        return name != null && name.site().equals(DemoOptions.SITE) && WATCHED.contains(name.kind());
    }

    private void run() {
        try (follower) {
            while (!stopping) {
                follower.poll(PATIENCE, this::take);
                if (!atEnd) {
                    atEnd = follower.isAtEnd();
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicName name = TopicName.parse(record.topic());
        JsonNode value = Liner.tree(record.value());
        if (name == null) {
            return;
        }
        if (name.kind() == TopicKind.REJECTED_UPDATES) {
            measurements.rejected();
        } else if (value != null && name.kind() == TopicKind.COMPLIANCE) {
            measurements.compliance(value, record.timestamp());
        } else if (value != null && name.kind() == TopicKind.ZONE_OCCUPANCY) {
            measurements.occupancy(value);
        } else if (value != null) {
            synchronized (alarms) {
                alarms.add(new Seen(record.value(), record.timestamp()));
            }
            measurements.alarm(value, record.timestamp());
            String line = lines.line(value, Liner.writerEpoch(record), record.timestamp());
            if (line != null) {
                terminal.out().println(line);
            }
        }
    }
}
