package io.muster.stream.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final String FIRST = "0123456789abcdef0123456789abcdef";
    private static final String SECOND = "fedcba9876543210fedcba9876543210";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsMadeAndHoldsNothing() {
        try (StateFolder state = StateFolder.open(folder.resolve("a/b"))) {
            assertNull(state.newest());
            assertTrue(Files.isDirectory(folder.resolve("a/b")));
        }
    }

    @Test
    void theNewestIsTheGreatestNumberWhateverTheClockSays() throws IOException {
        Path nine = complete(FIRST, 9);
        Path ten = complete(SECOND, 10);
        Files.setLastModifiedTime(nine.resolve("_metadata"), FileTime.fromMillis(2_000_000));
        Files.setLastModifiedTime(ten.resolve("_metadata"), FileTime.fromMillis(1_000_000));
        try (StateFolder state = StateFolder.open(folder)) {
            assertEquals(ten, state.newest());
        }
    }

    @Test
    void whatAKillCutShortIsNoCheckpointAndGoesAway() throws IOException {
        Path nine = complete(FIRST, 9);
        Path cutShort = folder.resolve(FIRST).resolve("chk-10");
        Files.createDirectories(cutShort);
        Files.writeString(cutShort.resolve("part"), "x");
        Files.createDirectories(folder.resolve(SECOND).resolve("shared"));
        Path foreign = Files.createDirectories(folder.resolve("photos").resolve("chk-11"));
        try (StateFolder state = StateFolder.open(folder)) {
            assertEquals(nine, state.newest());
        }
        assertFalse(Files.exists(cutShort));
        assertFalse(Files.exists(folder.resolve(SECOND)), "a job without a checkpoint left nothing to keep");
        assertTrue(Files.exists(foreign), "what Flink did not write is not ours");
    }

    @Test
    void oneJobHasItAtATime() {
        try (StateFolder state = StateFolder.open(folder)) {
            StateRefused refused = assertThrows(StateRefused.class, () -> StateFolder.open(state.path()));
            assertTrue(String.valueOf(refused.getMessage()).contains("another job"), refused.getMessage());
        }
        StateFolder.open(folder).close();
    }

    @Test
    void stateOfAnotherVersionIsRefusedWithBothNumbers() throws IOException {
        Files.writeString(folder.resolve("muster-state.properties"), "state_version=1\n");
        StateRefused refused = assertThrows(StateRefused.class, () -> StateFolder.open(folder));
        assertEquals(
                folder + ": the state is of version 1, this Muster goes on from version " + StateVersion.CURRENT
                        + "; start the version that wrote it, or begin in an empty folder",
                refused.getMessage());
        Files.writeString(folder.resolve("muster-state.properties"), "state_version=" + StateVersion.CURRENT + "\n");
        StateFolder.open(folder).close();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        StateRefused refused = assertThrows(StateRefused.class, () -> StateFolder.open(file));
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith(file + ": is no folder that state can be kept in"),
                refused.getMessage());
    }

    private Path complete(String job, int number) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(job).resolve("chk-" + number));
        Files.writeString(checkpoint.resolve("_metadata"), "x");
        return checkpoint;
    }
}
