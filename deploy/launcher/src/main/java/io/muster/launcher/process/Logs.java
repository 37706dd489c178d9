package io.muster.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the libraries under us log to: a file, so that a terminal shows what a person asked for. The directory is {@code .muster/logs} of
 * the source tree, or the temporary directory where that cannot be written. Errors are said on the terminal too, in one line.
 */
public final class Logs {
    /** Read by log4j2.xml. */
    private static final String FILE = "muster.log";

    /** Set by the muster script: the folder of the source tree. */
    private static final String HOME = "muster.home";

    private Logs() {}

    /** To be called before anything logs. Logs that are older than a week are deleted on the way. */
    public static void prepare() {
        if (System.getProperty(FILE) == null) {
            System.setProperty(
                    FILE,
                    directory()
                            .resolve("muster-" + ProcessHandle.current().pid() + ".log")
                            .toString());
        }
    }

    /** The log of this process; there is a file only if something was logged. */
    public static String file() {
        return System.getProperty(FILE, "");
    }

    /** Whether the user wants stack traces ({@code MUSTER_DEBUG=1}). */
    public static boolean debug() {
        String value = System.getenv("MUSTER_DEBUG");
        return value != null && !value.isBlank() && !value.equals("0");
    }

    /** The folder of the source tree; null where the commands run without the script. */
    public static @Nullable Path home() {
        String home = System.getProperty(HOME);
        return home == null ? null : Path.of(home);
    }

    private static Path directory() {
        Path home = home();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        for (Path candidate : home == null
                ? new Path[] {temporary.resolve("muster-logs")}
                : new Path[] {home.resolve(".muster").resolve("logs"), temporary.resolve("muster-logs")}) {
            try {
                Files.createDirectories(candidate);
                if (Files.isWritable(candidate)) {
                    deleteOld(candidate);
                    return candidate;
                }
            } catch (IOException e) {
                // A tree that belongs to somebody else: the next candidate.
            }
        }
        return temporary;
    }

    private static void deleteOld(Path directory) throws IOException {
        long weekAgo = System.currentTimeMillis() - 7L * 24 * 3_600 * 1_000;
        try (var files = Files.newDirectoryStream(directory, "muster-*.log")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toMillis() < weekAgo) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
