package io.muster.stream.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What earlier processes left in a folder of state and nobody can use: checkpoints that a kill cut short, and folders of jobs without any. */
final class Leavings {
    private static final Pattern JOB = Pattern.compile("[0-9a-f]{32}");

    /** Deletes them. Called while no job writes there. Complete checkpoints stay, whoever wrote them. */
    static void clear(Path folder) throws IOException {
        for (Path job : inside(folder)) {
            if (!JOB.matcher(job.getFileName().toString()).matches()) {
                continue;
            }
            for (Path each : inside(job)) {
                if (StateFolder.number(each) >= 0 && !Files.isRegularFile(each.resolve(StateFolder.COMPLETE))) {
                    delete(each);
                }
            }
            try (Stream<Path> all = Files.walk(job)) {
                if (all.noneMatch(Files::isRegularFile)) {
                    delete(job);
                }
            }
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }

    private static void delete(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(root)) {
            all = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }

    private Leavings() {}
}
