package io.muster.console.users;

import io.muster.console.history.Database;
import io.muster.console.history.Journal;
import java.util.Set;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;

/**
 * There is no default password: where nobody is in the table, the first administrator gets a password that is generated and printed once. Tries again while
 * the database is away.
 */
public final class FirstUser implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(FirstUser.class);
    static final String NAME = "admin";
    private static final long RETRY_MILLIS = 1_000;

    private final Database database;
    private final UserStore users;
    private final Journal journal;
    private final Consumer<String> print;
    private final Thread thread;

    public FirstUser(Database database, UserStore users, Journal journal, Consumer<String> print) {
        this.database = database;
        this.users = users;
        this.journal = journal;
        this.print = print;
        this.thread = new Thread(this::run, "first-user");
        this.thread.setDaemon(true);
    }

    @Override
    public void afterSingletonsInstantiated() {
        thread.start();
    }

    private void run() {
        try {
            while (!done()) {
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.debug("ended before the database came");
        }
    }

    private boolean done() {
        try {
            database.migrate();
            if (users.isEmpty()) {
                String password = PasswordRules.generate();
                users.add(NAME, "Administrator", password, Role.ADMINISTRATOR, Set.of(), Set.of(ConsoleUser.ALL_SITES));
                journal.act("system", "user.add", null, NAME, "{\"first\":true}", null);
                print.accept("muster console: first user " + NAME + ", password " + password + " (shown this once)");
            }
            return true;
        } catch (DataAccessException | FlywayException e) {
            LOG.debug("the database is away", e);
            return false;
        }
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }
}
