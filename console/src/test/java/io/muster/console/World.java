package io.muster.console;

import io.muster.broker.testing.TestKafka;
import io.muster.console.users.Right;
import io.muster.console.users.Role;
import io.muster.console.users.UserStore;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** One whole console for all tests of this JVM, on a real Kafka and a real PostgreSQL, started as in production. Tests keep to sites and users of their own. */
public final class World {
    public static final String PASSWORD = "correct horse battery staple";
    /** After so many wrong passwords an account is locked. */
    public static final int LOCK_AFTER = 3;

    public static final String SCRAPE_TOKEN = "0123456789abcdef0123456789abcdef";

    private static @Nullable World shared;

    private final TestKafka kafka;
    private final ConfigurableApplicationContext console;

    private World(TestKafka kafka, ConfigurableApplicationContext console) {
        this.kafka = kafka;
        this.console = console;
    }

    public static synchronized World shared() {
        World known = shared;
        if (known == null) {
            TestKafka kafka = TestKafka.shared();
            known = new World(
                    kafka,
                    ConsoleApp.start(
                            "--muster.console.kafka=" + kafka.bootstrapServers(),
                            "--muster.console.port=0",
                            "--muster.console.sites=api-.*|live-.*",
                            "--muster.console.discovery=200ms",
                            // A login is not what is measured here.
                            "--muster.console.password-cost=4",
                            "--muster.console.lock-after=" + LOCK_AFTER,
                            "--muster.console.scrape-token=" + SCRAPE_TOKEN));
            // The tables are there once the first user is.
            UserStore users = known.console.getBean(UserStore.class);
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> !users.isEmpty());
            shared = known;
        }
        return known;
    }

    public TestKafka kafka() {
        return kafka;
    }

    public <T> T part(Class<T> type) {
        return console.getBean(type);
    }

    public String address() {
        return "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
    }

    /** A user of this role, for these sites, with {@link #PASSWORD}. */
    public World user(String name, Role role, Set<Right> rights, String... sites) {
        part(UserStore.class).add(name, name, PASSWORD, role, rights, Set.of(sites));
        return this;
    }

    /** A browser in which nobody is logged in. */
    public Client client() {
        return new Client(address());
    }

    public Client loggedIn(String name) throws Exception {
        Client client = client();
        int status = client.login(name, PASSWORD).statusCode();
        if (status != 204) {
            throw new AssertionError(name + " could not log in: " + status);
        }
        return client;
    }
}
