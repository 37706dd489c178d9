package io.muster.launcher.alarm;

import io.muster.consumer.AlarmSubscription;
import io.muster.consumer.AlarmSubscriptionOptions;
import io.muster.contract.value.Alarm;
import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The alarms of a site as they stand, kept up to date while this is open. */
public final class StandingAlarms implements AutoCloseable {
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);
    /** Fewer letters than this are more likely a slip than a choice. */
    private static final int SHORTEST_PREFIX = 4;

    private final AlarmSubscription subscription;
    private final String site;

    private StandingAlarms(AlarmSubscription subscription, String site) {
        this.subscription = subscription;
        this.site = site;
    }

    /** @throws BadInput where Kafka does not answer, or the site has no alarm topics */
    public static StandingAlarms of(Connection connection, String site) {
        connection.admin().close();
        StandingAlarms alarms = new StandingAlarms(
                AlarmSubscription.start(AlarmSubscriptionOptions.states(connection.bootstrap(), site)), site);
        try {
            if (!alarms.subscription.awaitCaughtUp(LONGEST_READ)) {
                alarms.close();
                throw new BadInput("the alarms of site " + site + " on " + connection.bootstrap()
                        + " cannot be read: is there such a site? ./muster topics create makes its topics");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            alarms.close();
            throw new BadInput("interrupted while reading the alarms of site " + site, e);
        }
        return alarms;
    }

    /** Oldest raised first. */
    public List<Alarm> open() {
        return subscription.book().open();
    }

    /** Closed ones of about a day too. */
    public List<Alarm> all() {
        return subscription.book().current();
    }

    public @Nullable Alarm byId(String alarmId) {
        return subscription.book().byId(alarmId);
    }

    /**
     * The one alarm that an id or the beginning of one means.
     *
     * @param closedToo false: only open ones are looked at
     * @throws BadInput where none or several begin so
     */
    public Alarm find(String idOrPrefix, boolean closedToo) {
        String wanted = idOrPrefix.toLowerCase(Locale.ROOT);
        if (wanted.length() < SHORTEST_PREFIX) {
            throw new BadInput("'" + idOrPrefix + "' is too short for an alarm id: give " + SHORTEST_PREFIX
                    + " letters of it at least");
        }
        List<Alarm> found = (closedToo ? all() : open())
                .stream().filter(each -> each.alarmId().startsWith(wanted)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new BadInput("no " + (closedToo ? "" : "open ") + "alarm of site " + site + " begins with '"
                    + idOrPrefix + "'; ./muster alarm list shows them");
        }
        throw new BadInput("'" + idOrPrefix + "' is the beginning of " + found.size() + " alarms: "
                + String.join(", ", found.stream().map(Alarm::alarmId).toList()));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
