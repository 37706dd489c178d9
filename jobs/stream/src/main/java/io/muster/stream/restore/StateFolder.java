package io.muster.stream.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which a job keeps its checkpoints from one process to the next. One process has it at a time. Flink writes each job's checkpoints
 * into a folder of their own below it, {@code <job>/chk-<number>}, and goes on counting where the restored one stopped, so that the greatest number is
 * the newest whatever the clock says.
 */
public final class StateFolder implements AutoCloseable {
    private static final Pattern CHECKPOINT = Pattern.compile("chk-(\\d{1,18})");
    /** Flink writes this file last, and by renaming it: where it is, the checkpoint is complete. */
    static final String COMPLETE = "_metadata";

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Path newest;

    private StateFolder(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.newest = find(path);
    }

    /**
     * Makes the folder where it is not there.
     *
     * @throws StateRefused where it is not a folder that can be written, is another job's at this moment, or holds state of another version
     */
    public static StateFolder open(Path given) {
        Path path = given.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                throw new StateRefused(given, "another job keeps its state here at this moment");
            }
            StateVersion.settle(path);
            Leavings.clear(path);
            return new StateFolder(path, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StateRefused(given, "is no folder that state can be kept in: " + e.getMessage(), e);
        } catch (StateRefused e) {
            closeQuietly(channel);
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** The folder of the newest complete checkpoint that was there when this was opened; null = none: the job begins without a past. */
    public @Nullable Path newest() {
        return newest;
    }

    /** Lets another process have it. The checkpoints stay. */
    @Override
    public void close() {
        closeQuietly(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static @Nullable Path find(Path folder) throws IOException {
        Comparator<Path> byNumber = Comparator.comparingLong(StateFolder::number);
        return each(folder).stream()
                .flatMap(job -> each(job).stream())
                .filter(chk -> number(chk) >= 0 && Files.isRegularFile(chk.resolve(COMPLETE)))
                .max(byNumber.thenComparing(StateFolder::writtenMillis))
                .orElse(null);
    }

    private static List<Path> each(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long number(Path checkpoint) {
        Matcher name = CHECKPOINT.matcher(checkpoint.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    /** Decides only between two of the same number: of jobs that both began without a past. */
    private static long writtenMillis(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.resolve(COMPLETE)).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock goes with the process at the latest.
            }
        }
    }
}
