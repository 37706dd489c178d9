package io.muster.launcher.record;

import io.muster.contract.codec.Envelope;
import io.muster.contract.topic.Ticks;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Follows the input topics of a site and writes what comes, in order, until it is asked to stop. Runs in the thread that calls it. */
public final class Recorder {
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final long ASK_ENDS_EACH_MILLIS = 250;
    /** Decides, with the grace, how long records are held: a topic that is new to us may hold records of this long ago. */
    private static final long LOOK_AROUND_EACH_MILLIS = 1_000;

    private static final long TELL_EACH_MILLIS = 250;
    private static final long ASK_AGAIN_MILLIS = 5_000;
    private static final long LONGEST_END_MILLIS = 15_000;
    private static final long SILENCE_MILLIS = 5_000;

    /** Where a backlog is read, partitions that are ahead by this wait for the others once this many records are held. */
    private static final int MANY_HELD = 200_000;

    private static final long FAR_AHEAD_MILLIS = 10_000;

    /**
     * @param output a file, compressed where its name ends with {@code .gz}; {@code -} is standard output
     * @param length how long; null = until it is asked to stop
     */
    public record Options(
            Connection connection,
            String site,
            String output,
            From from,
            @Nullable Duration length) {}

    /**
     * How far it is.
     *
     * @param records written, the head and ticks left out
     * @param upTo arrival of the last one; null before the first
     */
    public record Progress(long records, @Nullable Instant upTo) {}

    private final Options options;
    private final Instant moment;
    private final InputTail tail;
    private final RecordingHead head;
    private final Passage passage = new Passage();
    private final ArrivalOrder order = new ArrivalOrder();
    private final Map<String, Long> byTopic = new TreeMap<>();
    private final long startedAt = millis();
    private long lookedAt = startedAt - LOOK_AROUND_EACH_MILLIS;
    private long askedAt = startedAt - ASK_ENDS_EACH_MILLIS;
    private @Nullable Ends ends;
    private long ticks;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** Where all partitions ended when they were asked, and what reaching that means. */
    private record Ends(Map<TopicPartition, Long> offsets, long bound) {}

    private Recorder(Options options, Instant moment, InputTail tail, RecordingHead head) {
        this.options = options;
        this.moment = moment;
        this.tail = tail;
        this.head = head;
    }

    /**
     * @param begun called once everything that arrives from now on will be recorded
     * @param progress called a few times a second
     * @throws BadInput where the site has no topics, the file cannot be written, or Kafka does not answer at the start
     */
    public static Recording run(Options options, StopSignal stop, Runnable begun, Consumer<Progress> progress) {
        try (InputTail tail = new InputTail(options.connection(), options.site())) {
            InputTail.Start start = tail.begin(options.from(), Instant.now());
            if (start.offsets().isEmpty()) {
                throw new BadInput("there are no topics of site " + options.site() + " on "
                        + options.connection().bootstrap() + "; ./muster topics create makes them");
            }
            Opening opening = Opening.read(options.connection(), options.site(), start.moment(), start.offsets());
            try (RecordingFile file = RecordingFile.open(options.output())) {
                begun.run();
                RecordingHead head = new RecordingHead(opening, start.moment(), file);
                return new Recorder(options, start.moment(), tail, head).follow(stop, progress, opening);
            }
        } catch (IOException e) {
            throw new BadInput("--output " + options.output() + ": cannot be written: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new BadInput("Kafka at " + options.connection().bootstrap() + " says: " + e.getMessage(), e);
        }
    }

    private Recording follow(StopSignal stop, Consumer<Progress> progress, Opening opening) throws IOException {
        tail.followed().forEach(each -> passage.follow(each.toString()));
        long end = endOfPast();
        long endingSince = 0;
        boolean ending = false;
        boolean complete = true;
        long toldAt = startedAt;
        while (passage.passed() < end && complete) {
            read();
            order.tellBefore(Math.min(passage.passed(), end), this::write);
            tail.pauseOnly(order.held() < MANY_HELD ? Set.of() : farAhead());
            long now = millis();
            if (now - toldAt >= TELL_EACH_MILLIS) {
                toldAt = now;
                progress.accept(new Progress(records(), last));
            }
            if (!ending && (stop.isAsked() || isOver(now))) {
                ending = true;
                endingSince = now;
                // What was read by now belongs to the recording, and everything that arrived before it.
                end = Math.min(end, passage.newest() == Passage.NOTHING ? Passage.NOTHING : passage.newest() + 1);
            }
            complete = !ending || now - endingSince <= LONGEST_END_MILLIS;
        }
        order.tellBefore(end, this::write);
        head.finish();
        return new Recording(
                opening.plans().size(),
                opening.people().size(),
                byTopic,
                ticks,
                order.raised(),
                first,
                last,
                complete,
                opening.statedSite());
    }

    /** One round: looks for topics, asks for ends, reads. */
    private void read() {
        long now = millis();
        try {
            if (now - lookedAt >= LOOK_AROUND_EACH_MILLIS) {
                lookedAt = now;
                long bound = passage.bound(now);
                tail.lookAround().forEach(each -> passage.follow(each.toString()));
                passage.allTopicsKnown(bound);
            }
            if (ends == null && now - askedAt >= ASK_ENDS_EACH_MILLIS) {
                askedAt = now;
                long bound = passage.bound(now);
                ends = new Ends(tail.ends(), bound);
            }
        } catch (TimeoutException e) {
            // A Kafka that is away for a while: nothing passes, nothing is lost, and the question is asked again.
        }
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(PATIENCE)) {
            String partition = new TopicPartition(record.topic(), record.partition()).toString();
            long arrival = passage.read(partition, record.timestamp(), millis());
            order.add(InputTail.envelope(record, options.site(), arrival));
        }
        takeAnswers();
    }

    /** Who has been read to the end that was told passes up to what that means; the next question is asked when all have. */
    private void takeAnswers() {
        Ends asked = ends;
        if (asked == null) {
            return;
        }
        boolean all = true;
        for (Map.Entry<TopicPartition, Long> each : asked.offsets().entrySet()) {
            if (tail.position(each.getKey()) >= each.getValue()) {
                passage.atEnd(each.getKey().toString(), asked.bound());
            } else {
                all = false;
            }
        }
        if (all || millis() - askedAt > ASK_AGAIN_MILLIS) {
            ends = null;
        }
    }

    private void write(Envelope envelope) throws IOException {
        head.before(envelope.arrivalMillis());
        head.file().write(envelope);
        Instant arrival = Instant.ofEpochMilli(envelope.arrivalMillis());
        first = first == null ? arrival : first;
        last = arrival;
        if (Ticks.isTick(envelope.key(), envelope.headers())) {
            ticks++;
        } else {
            byTopic.merge(envelope.topic(), 1L, Long::sum);
        }
    }

    private long records() {
        return byTopic.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A recording of the past ends by arrival: so long after its beginning. */
    private long endOfPast() {
        Duration length = options.length();
        return length == null || options.from().isNow()
                ? Long.MAX_VALUE
                : moment.plus(length).toEpochMilli();
    }

    private boolean isOver(long now) {
        Duration length = options.length();
        if (length == null) {
            return false;
        }
        if (options.from().isNow()) {
            return now - startedAt >= length.toMillis();
        }
        // The past may end in silence, where no arrival says that its end has come.
        boolean allRead = passage.newest() == Passage.NOTHING || passage.passed() > passage.newest();
        return allRead && System.currentTimeMillis() > endOfPast() + SILENCE_MILLIS && now - startedAt > SILENCE_MILLIS;
    }

    private Set<TopicPartition> farAhead() {
        long far = passage.passed() + FAR_AHEAD_MILLIS;
        Set<TopicPartition> ahead = new HashSet<>();
        for (TopicPartition each : tail.followed()) {
            if (passage.passed() != Passage.NOTHING && passage.passed(each.toString()) > far) {
                ahead.add(each);
            }
        }
        return ahead;
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
