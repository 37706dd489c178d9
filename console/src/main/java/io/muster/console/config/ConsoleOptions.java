package io.muster.console.config;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set of a console. Names are those of the settings, {@code muster.console.} before each; durations are written as {@code 30d},
 * {@code 10s}, {@code 500ms}.
 *
 * @param kafka {@code host:port}, several with commas; demanded
 * @param kafkaClient settings of the Kafka clients by their own names, such as those of TLS and SASL
 * @param sites which sites are shown, a regular expression for the whole id; replayed sites are left out by default
 * @param bind address that the web server listens on; 127.0.0.1 unless somebody says otherwise, since a console shows where people are
 * @param port 0 = any free one
 * @param database {@code embedded}, or a {@code jdbc:postgresql:} address
 * @param databaseUser of an outer database
 * @param databasePassword of an outer database
 * @param dir where the embedded database keeps its data; null = a temporary folder, forgotten at the end
 * @param filesDir where days of positions are kept that the database keeps no longer; null = {@code positions} below {@code dir}
 * @param retention how long each table remembers
 * @param positionInterval at most one position of a person in this time goes to the database; 10 s is the legal sampling limit
 * @param discovery how often sites and topics that were added are looked for
 * @param secureCookies whether cookies travel over TLS alone; to be true behind anything but a loopback address
 * @param sessionTimeout idle time after which a user has to log in again
 * @param passwordCost of bcrypt, 4 to 16: each step doubles what a guess costs, and a login
 * @param lockAfter wrong passwords in a row after which an account is locked
 * @param lockFor how long
 * @param scrapeToken what a monitoring system sends as a bearer token to read the metrics, and nothing else; null = administrators alone read them
 */
public record ConsoleOptions(
        String kafka,
        Map<String, String> kafkaClient,
        Pattern sites,
        String bind,
        int port,
        String database,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable String dir,
        @Nullable String filesDir,
        Retention retention,
        Duration positionInterval,
        Duration discovery,
        boolean secureCookies,
        Duration sessionTimeout,
        int passwordCost,
        int lockAfter,
        Duration lockFor,
        @Nullable String scrapeToken) {
    /** The database that the console starts itself. */
    public static final String EMBEDDED = "embedded";

    private static final int SHORTEST_TOKEN = 32;
    private static final String SITES = "(?!replay-)[a-z][a-z0-9-]{0,31}";

    public ConsoleOptions {
        kafkaClient = Map.copyOf(kafkaClient);
    }

    /** Whether the console starts its database itself. */
    public boolean embedded() {
        return database.equals(EMBEDDED);
    }

    /**
     * @param settings value by name without prefix; null where it is not set
     * @throws OptionFaults with every fault
     */
    public static ConsoleOptions read(UnaryOperator<@Nullable String> settings, Map<String, String> kafkaClient) {
        Reader in = new Reader(settings);
        ConsoleOptions options = new ConsoleOptions(
                in.demanded("kafka", "host:port of a broker"),
                kafkaClient,
                in.pattern("sites", SITES),
                in.text("bind", "127.0.0.1"),
                in.whole("port", 8080, 0, 65_535),
                in.database("database", EMBEDDED),
                in.optional("database-user"),
                in.optional("database-password"),
                in.optional("dir"),
                in.optional("files-dir"),
                retention(in),
                in.duration("position-interval", "10s", Duration.ofSeconds(1), Duration.ofHours(1)),
                in.duration("discovery", "10s", Duration.ofMillis(100), Duration.ofHours(1)),
                in.flag("secure-cookies", false),
                in.duration("session-timeout", "30m", Duration.ofMinutes(1), Duration.ofDays(7)),
                in.whole("password-cost", 12, 4, 16),
                in.whole("lock-after", 5, 1, 100),
                in.duration("lock-for", "15m", Duration.ofSeconds(1), Duration.ofDays(365)),
                in.secret("scrape-token", SHORTEST_TOKEN));
        if (options.database().startsWith("jdbc:postgresql:")
                && options.dir() == null
                && options.filesDir() == null
                && options.retention()
                                .positionFiles()
                                .compareTo(options.retention().positions())
                        > 0) {
            in.fault("files-dir must be given: a folder for the positions that are older than retention.positions ("
                    + options.retention().positions().toDays() + "d)");
        }
        in.end();
        return options;
    }

    private static Retention retention(Reader in) {
        Retention retention = new Retention(
                in.days("retention.alarms", 365),
                in.days("retention.gatherings", 365),
                in.days("retention.positions", 30),
                in.days("retention.position-files", 365),
                in.days("retention.fence-events", 365),
                in.days("retention.occupancy", 90),
                in.days("retention.compliance", 365),
                in.days("retention.commands", 365),
                in.days("retention.neighbours", 365),
                in.days("retention.notifications", 365),
                in.days("retention.windows", 30),
                in.days("retention.rejected", 365),
                in.days("retention.versions", 1095),
                in.days("retention.api-calls", 90),
                in.days("retention.audit", 1095));
        if (retention.audit().compareTo(retention.alarms()) < 0) {
            in.fault("retention.audit must not be shorter than retention.alarms ("
                    + retention.alarms().toDays() + "d), was "
                    + retention.audit().toDays() + "d");
        }
        return retention;
    }
}
