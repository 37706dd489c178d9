package io.muster.console.history;

import io.muster.console.config.ConsoleOptions;
import io.muster.console.config.Retention;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the history reads and how.
 *
 * @param kafka {@code host:port}, several with commas
 * @param kafkaClient settings of the client by their own names
 * @param sites whole ids
 * @param positionInterval at most one position of a person in it
 * @param discovery how often topics that were added are looked for
 * @param retry how long it waits after the database or the broker did not answer
 */
public record IngestOptions(
        String kafka,
        Map<String, String> kafkaClient,
        Pattern sites,
        Retention retention,
        Duration positionInterval,
        Duration discovery,
        Duration retry) {
    private static final Duration RETRY = Duration.ofSeconds(1);

    public IngestOptions {
        kafkaClient = Map.copyOf(kafkaClient);
    }

    public static IngestOptions of(ConsoleOptions options) {
        return new IngestOptions(
                options.kafka(),
                options.kafkaClient(),
                options.sites(),
                options.retention(),
                options.positionInterval(),
                options.discovery(),
                RETRY);
    }
}
