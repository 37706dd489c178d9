package io.muster.console.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends the embedded database where the console cannot: PostgreSQL makes itself independent of who started it, so a console that is killed hard would
 * leave it behind. The guard is a shell that waits for the end of its input, whose other end the console holds.
 */
final class DatabaseGuard implements AutoCloseable {
    /**
     * SIGINT is PostgreSQL's fast shutdown. The process of the noted id is only asked to end if it works in the data directory, since ids are used again.
     * $1 is the data directory, $2 what to delete afterwards, empty = nothing.
     */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            cat >/dev/null
            pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
            if [ -n "$pid" ] && [ "$(readlink "/proc/$pid/cwd")" = "$1" ]; then
                kill -INT "$pid"
                seconds=0
                while [ -d "/proc/$pid" ] && [ "$seconds" -lt 10 ]; do sleep 1; seconds=$((seconds + 1)); done
            fi
            [ -z "$2" ] || rm -rf "$2"
            """;

    private final Process shell;

    private DatabaseGuard(Process shell) {
        this.shell = shell;
    }

    /**
     * @param data directory of the database
     * @param temporary what is deleted once the database is gone; null = nothing
     */
    static DatabaseGuard of(Path data, @Nullable Path temporary) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "muster-database-guard"));
        command.add(data.toRealPath().toString());
        command.add(temporary == null ? "" : temporary.toRealPath().toString());
        return new DatabaseGuard(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** After the database was closed: finds nothing left to end. */
    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
    }
}
