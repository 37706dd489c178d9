package io.muster.launcher.demo;

import io.muster.consumer.AlarmChange;
import io.muster.consumer.AlarmSubscription;
import io.muster.consumer.AlarmSubscriptionOptions;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.CommandKind;
import io.muster.contract.value.Subject;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The control room of a demo: some seconds after an alarm wants something of a person, it does what a person would. It acknowledges what rises, resets what
 * latches, and confirms that an orange or red gathering has dispersed. Everything goes through {@code alarm-commands}, under a name that says what it is.
 */
final class Operator implements AutoCloseable {
    static final String NAME = "operator (simulated)";
    private static final String ROLE = "control room";
    /** Time to look at the screen. */
    private static final long SEES_MILLIS = 6_000;
    /** Time to ask somebody on the spot, once it is seen. */
    private static final long ASKS_MILLIS = 4_000;

    private final Terminal terminal;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Map<String, Alarm> latest = new ConcurrentHashMap<>();
    /** Alarms that are thought about. Touched by the hands alone. */
    private final Set<String> busy = new HashSet<>();

    private final ScheduledExecutorService hands;
    private final AlarmSubscription eyes;

    Operator(Connection connection, Terminal terminal) {
        this.terminal = terminal;
        this.topic = new TopicName(DemoOptions.SITE, TopicKind.ALARM_COMMANDS, null).full();
        this.producer = connection.producer();
        this.hands = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "muster-demo-operator");
            thread.setDaemon(true);
            return thread;
        });
        this.eyes = AlarmSubscription.start(
                AlarmSubscriptionOptions.states(connection.bootstrap(), DemoOptions.SITE), this::see);
    }

    static String says() {
        return "Control room: " + NAME + " acknowledges each alarm after " + SEES_MILLIS / 1_000
                + " s, and resets or confirms what must be " + ASKS_MILLIS / 1_000
                + " s later. --no-operator leaves that to you.";
    }

    private void see(AlarmChange change) {
        Alarm alarm = change.alarm();
        if (alarm.cleared() != null) {
            latest.remove(alarm.alarmId());
            return;
        }
        latest.put(alarm.alarmId(), alarm);
        run(() -> think(alarm.alarmId()), 0);
    }

    private void think(String alarmId) {
        Alarm alarm = latest.get(alarmId);
        CommandKind wanted = alarm == null ? null : wanted(alarm);
        if (wanted != null && busy.add(alarmId)) {
            run(() -> act(alarmId), wanted == CommandKind.ACKNOWLEDGE ? SEES_MILLIS : ASKS_MILLIS);
        }
    }

    /** What the alarm wants by now may be something else than when it was seen. */
    private void act(String alarmId) {
        busy.remove(alarmId);
        Alarm alarm = latest.get(alarmId);
        CommandKind wanted = alarm == null ? null : wanted(alarm);
        if (alarm != null && wanted != null) {
            send(alarm, wanted);
        }
    }

    /** Null: nothing. */
    private static @Nullable CommandKind wanted(Alarm alarm) {
        return switch (alarm.state()) {
            case RAISED_UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED_UNACKNOWLEDGED -> CommandKind.ACKNOWLEDGE;
            case LATCHED_ACKNOWLEDGED -> alarm.kind() == AlarmKind.GATHERING ? CommandKind.CLEAR : CommandKind.RESET;
            case ACKNOWLEDGED, CLEARED, SHELVED, SUPPRESSED, OUT_OF_SERVICE -> null;
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a failure
    private void send(Alarm alarm, CommandKind wanted) {
        String reason =
                switch (wanted) {
                    case CLEAR -> "seen on the spot: the people have gone";
                    case RESET -> "spoken to: nothing is wrong";
                    default -> null;
                };
        AlarmCommand command = new AlarmCommand(
                UUID.randomUUID().toString(),
                wanted,
                new Subject("alarm", alarm.alarmId()),
                NAME,
                ROLE,
                reason,
                null,
                List.of(),
                null);
        producer.send(
                new ProducerRecord<>(topic, alarm.alarmId().getBytes(StandardCharsets.UTF_8), Json.write(command)),
                (sent, failure) -> {
                    if (failure != null) {
                        terminal.err().println(NAME + ": a command could not be written: " + failure.getMessage());
                    }
                });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a hand that moves
    private void run(Runnable work, long afterMillis) {
        try {
            hands.schedule(work, afterMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The shift is over.
        }
    }

    @Override
    public void close() {
        eyes.close();
        hands.shutdownNow();
        producer.close();
    }
}
