package io.muster.launcher;

import io.muster.launcher.process.BadInput;
import io.muster.simulator.Simulation;
import io.muster.simulator.SimulationRun;
import io.muster.simulator.Site;
import io.muster.simulator.sink.FilesSink;
import io.muster.simulator.truth.Truth;
import io.muster.simulator.truth.TruthFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The truth files of a run, one a site; made empty before it, so that a path that cannot be written is said at once. */
final class Truths implements AutoCloseable {
    private final Map<Site, Path> files = new LinkedHashMap<>();

    private Truths() {}

    /** @param template null = the truth is not written; {@link FilesSink#SITE} stands for the site */
    static Truths open(@Nullable String template, Simulation plants) throws IOException {
        Truths truths = new Truths();
        if (template != null) {
            if (plants.sites().size() > 1 && !template.contains(FilesSink.SITE)) {
                throw new BadInput("--truth " + template + ": of several sites, {site} must stand in the name");
            }
            for (Site site : plants.sites()) {
                Path file = Path.of(FilesSink.nameFor(template, site.id()));
                Files.write(file, new byte[0]);
                truths.files.put(site, file);
            }
        }
        return truths;
    }

    /** @return how many lines */
    long write(SimulationRun run) throws IOException {
        long lines = 0;
        for (Map.Entry<Site, Path> each : files.entrySet()) {
            Truth truth = run.truth(each.getKey(), run.simulatedMillis());
            TruthFile.write(each.getValue(), truth);
            lines += truth.alarms().size()
                    + truth.presences().size()
                    + truth.passes().size();
        }
        return lines;
    }

    @Override
    public void close() {
        // Files are written whole; there is nothing to let go.
    }
}
