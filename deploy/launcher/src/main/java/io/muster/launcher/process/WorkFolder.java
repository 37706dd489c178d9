package io.muster.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder of this process alone under the temporary directory, gone with everything in it when it is closed. */
public record WorkFolder(Path path) implements AutoCloseable {
    public static WorkFolder create(String purpose) {
        try {
            return new WorkFolder(Files.createTempDirectory("muster-" + purpose + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder: " + e.getMessage(), e);
        }
    }

    /** Deletes as much as it can; what another process still writes stays. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return delete(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException cause) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException cause) {
                    return delete(directory);
                }
            });
        } catch (IOException e) {
            // A temporary folder is the system's to clean where we cannot.
        }
    }

    private static FileVisitResult delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // See above.
        }
        return FileVisitResult.CONTINUE;
    }
}
