package io.muster.console.history;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.muster.console.config.ConsoleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the history, ended in the reverse of this order. */
@Configuration(proxyBeanMethods = false)
public class HistoryBeans {
    @Bean
    EmbeddedServer embeddedServer(ConsoleOptions options) throws IOException {
        String dir = options.dir();
        return new EmbeddedServer(
                options.embedded()
                        ? Optional.of(EmbeddedDatabase.start(dir == null ? null : Path.of(dir, "postgres"), 0))
                        : Optional.empty());
    }

    @Bean
    Database database(ConsoleOptions options, EmbeddedServer embedded) {
        return embedded.server()
                .map(each -> new Database(each.url(), null, null))
                .orElseGet(() -> new Database(options.database(), options.databaseUser(), options.databasePassword()));
    }

    @Bean
    Ingest ingest(ConsoleOptions options, Database database) {
        return Ingest.start(IngestOptions.of(options), database);
    }

    @Bean
    AuditLog auditLog(Database database) {
        return new AuditLog(database);
    }

    @Bean
    CommandHistory commandHistory(Database database) {
        return new CommandHistory(database);
    }

    @Bean
    History history(Database database) {
        return new History(database);
    }

    @Bean
    Measured measured(Database database) {
        return new Measured(database);
    }

    @Bean
    PositionFiles positionFiles(ConsoleOptions options, Database database) throws IOException {
        return new PositionFiles(database, folder(options));
    }

    /** Null where the database keeps positions for as long as they are kept at all. */
    private static @Nullable Path folder(ConsoleOptions options) throws IOException {
        String files = options.filesDir();
        String dir = options.dir();
        if (files != null) {
            return Path.of(files);
        }
        if (dir != null) {
            return Path.of(dir, "positions");
        }
        // As short-lived as the database beside it.
        return options.embedded() ? Files.createTempDirectory("muster-positions") : null;
    }

    @Bean
    PositionKeeper positionKeeper(ConsoleOptions options, Database database, PositionFiles files, Ingest ingest) {
        return new PositionKeeper(new PositionArchive(database, files, options.retention()), ingest::migrated);
    }

    @Bean
    Positions positions(Database database, PositionFiles files) {
        return new Positions(database, files);
    }

    @Bean
    HeadCounts headCounts(Database database) {
        return new HeadCounts(database);
    }

    @Bean
    Records records(Database database) {
        return new Records(database);
    }

    /** A console whose history waits still shows what is now: it is not to be restarted for that, so this is no part of liveness. */
    @Bean
    HealthIndicator historyHealth(Ingest ingest) {
        return () -> {
            String trouble = ingest.trouble();
            return trouble == null
                    ? Health.up().withDetail("stored", ingest.stored()).build()
                    : Health.down().withDetail("trouble", trouble).build();
        };
    }

    @Bean
    MeterBinder historyMeters(Ingest ingest, PositionKeeper keeper) {
        return registry -> {
            Gauge.builder("muster.console.positions.waiting", keeper, each -> each.trouble() == null ? 0 : 1)
                    .description("1 while positions cannot go to files, or old files not be deleted")
                    .register(registry);
            FunctionCounter.builder("muster.console.history.stored", ingest, Ingest::stored)
                    .description("records stored since the start")
                    .register(registry);
            Gauge.builder("muster.console.history.waiting", ingest, each -> each.trouble() == null ? 0 : 1)
                    .description("1 while the history cannot store: database or broker away")
                    .register(registry);
        };
    }

    /** So that a bean is there whether the database is embedded or not. */
    record EmbeddedServer(Optional<EmbeddedDatabase> server) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (server.isPresent()) {
                server.get().close();
            }
        }
    }
}
