package io.muster.console.history;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 17 from its Maven binaries, as a child process on 127.0.0.1: nothing has to be installed. For a trial on one machine. Whoever can log in
 * to this machine can reach it without a password; a plant gives the console an outer database. It ends with the console, however that ends.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final EmbeddedPostgres server;
    private final DatabaseGuard guard;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseGuard guard) {
        this.server = server;
        this.guard = guard;
    }

    /**
     * @param dir of the data, made where it is missing and kept at the end; null = a temporary one, deleted at the end
     * @param port 0 = any free one
     * @throws IOException with the reason: port taken, directory not writable, no binaries for this machine
     */
    public static EmbeddedDatabase start(@Nullable Path dir, int port) throws IOException {
        if (dir != null) {
            return start(dir, null, port);
        }
        Path temporary = Files.createTempDirectory("muster-console-");
        return start(temporary.resolve("postgres"), temporary, port);
    }

    private static EmbeddedDatabase start(Path data, @Nullable Path temporary, int port) throws IOException {
        Files.createDirectories(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(START)
                // The console ends it, after its last write.
                .setRegisterShutdownHook(false)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC");
        // Before the database, so that there is no moment without it.
        DatabaseGuard guard = DatabaseGuard.of(data, temporary);
        try {
            return new EmbeddedDatabase(builder.start(), guard);
        } catch (IllegalStateException e) {
            guard.close();
            throw new IOException("PostgreSQL could not be started: " + e.getMessage(), e);
        } catch (IOException e) {
            guard.close();
            throw e;
        }
    }

    /** For a {@link Database}. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            guard.close();
        }
    }
}
