package io.muster.stream.restore;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the state in a folder is made of. Flink notices a stage that is gone; it does not notice one that means something else under its old name,
 * such as a stage with another key. So that is a number, which grows with every change that older state cannot follow.
 */
final class StateVersion {
    /** 2: alarms are kept by site, where version 1 kept them by kind and subject. */
    static final int CURRENT = 2;

    private static final String FILE = "muster-state.properties";
    private static final String KEY = "state_version";

    /**
     * Writes the version into a folder without one.
     *
     * @throws StateRefused where the folder has another one
     */
    static void settle(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Properties properties = new Properties();
            properties.setProperty(KEY, Integer.toString(CURRENT));
            try (Writer to = Files.newBufferedWriter(file)) {
                properties.store(to, "What ./muster job --state keeps here. Not to be edited.");
            }
            return;
        }
        Properties properties = new Properties();
        try (Reader from = Files.newBufferedReader(file)) {
            properties.load(from);
        }
        String found = properties.getProperty(KEY, "no number");
        if (!found.equals(Integer.toString(CURRENT))) {
            throw new StateRefused(
                    folder,
                    "the state is of version " + found + ", this Muster goes on from version " + CURRENT
                            + "; start the version that wrote it, or begin in an empty folder");
        }
    }

    private StateVersion() {}
}
