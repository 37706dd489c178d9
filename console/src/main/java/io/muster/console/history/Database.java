package io.muster.console.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The connections to PostgreSQL. Making them never waits: whether the database is there shows when it is asked. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    /** How long a caller waits for a connection before it is told that the database is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** A server that hangs is as good as none. */
    private static final int SOCKET_SECONDS = 60;

    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    /** @param url {@code jdbc:postgresql://…} */
    public Database(String url, @Nullable String user, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("history");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        config.addDataSourceProperty("ApplicationName", "muster-console");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("socketTimeout", Integer.toString(SOCKET_SECONDS));
        config.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        this.pool = new HikariDataSource(config);
        this.jdbc = new JdbcTemplate(pool);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Brings the tables to the form of this version; does nothing where they have it. Safe to call from several consoles at once. */
    public void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:io/muster/console/history")
                .load()
                .migrate();
    }

    @Override
    public void close() {
        pool.close();
    }
}
