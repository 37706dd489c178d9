package io.muster.launcher;

import io.muster.launcher.process.WorkFolder;
import io.muster.stream.restore.StateFolder;
import io.muster.stream.restore.StateRefused;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a job keeps its checkpoints: in a folder that outlives it, or in one that goes with the process. */
final class Checkpoints implements AutoCloseable {
    private final @Nullable StateFolder kept;
    private final @Nullable WorkFolder passing;
    private final Path path;

    private Checkpoints(@Nullable StateFolder kept, @Nullable WorkFolder passing, Path path) {
        this.kept = kept;
        this.passing = passing;
        this.path = path;
    }

    /**
     * @param state null = nothing is kept
     * @throws StateRefused where the job cannot go on from that folder
     */
    static Checkpoints in(@Nullable Path state) {
        if (state == null) {
            WorkFolder passing = WorkFolder.create("checkpoints");
            return new Checkpoints(null, passing, passing.path());
        }
        StateFolder kept = StateFolder.open(state);
        return new Checkpoints(kept, null, kept.path());
    }

    Path path() {
        return path;
    }

    /** What to go on from; null = nothing. */
    @Nullable
    Path newest() {
        return kept == null ? null : kept.newest();
    }

    /** What a person is told at the start. */
    String said() {
        if (kept == null) {
            return "";
        }
        return newest() == null ? ", state in " + path + " (nothing there yet)" : ", going on from " + newest();
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
        if (passing != null) {
            passing.close();
        }
    }
}
