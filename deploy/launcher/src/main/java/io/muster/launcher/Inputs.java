package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user names. */
final class Inputs {
    /** A plan has 2 MB at most, people are a few hundred bytes each. */
    private static final long LARGEST_BYTES = 256L << 20;

    private Inputs() {}

    static byte[] bytes(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new BadInput(file + ": there is no such file");
            }
            if (Files.isDirectory(file)) {
                throw new BadInput(file + ": is a folder, a file was expected");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new BadInput(file + ": is larger than " + (LARGEST_BYTES >> 20) + " MiB");
            }
            return Files.readAllBytes(file);
        } catch (AccessDeniedException e) {
            throw new BadInput(file + ": may not be read", e);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
