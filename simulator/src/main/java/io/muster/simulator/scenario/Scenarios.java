package io.muster.simulator.scenario;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.simulator.plant.DemoPlant;
import io.muster.simulator.scenario.ScenarioReader.FaultSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where scenarios come from: those that are shipped, by name, and files. */
public final class Scenarios {
    /** The one that is played where none is asked for. */
    public static final String DEMO = "demo";

    /** On the class path, with the plans that they name. */
    static final String FOLDER = "/io/muster/simulator/scenarios/";

    private static final int MOST_PLAN_BYTES = 64 << 20;
    private static final List<String> SHIPPED =
            List.of(DEMO, "day-shift", "night-shift", "day", "everything", "faults", "labelled-shift", "small");

    /** A file beside a scenario. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Document(String fileName, byte[] bytes) {}

    /**
     * A scenario with what it names.
     *
     * @param fileName as faults name it
     * @param plan the plan document; null = the demo plant
     * @param paths the document of its ways; null = the demo plant's own
     */
    public record Opened(
            String fileName,
            Scenario scenario,
            @Nullable Document plan,
            @Nullable Document paths) {}

    /** Reads a file by its path, relative to the scenario's folder. */
    private interface Folder {
        byte[] read(String path, int most) throws IOException;
    }

    private Scenarios() {}

    /** Names that {@link #open} knows. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * Reads a scenario and checks it against its plan.
     *
     * @param nameOrPath one of {@link #shipped}, else the path of a file
     * @throws ScenarioFaults with everything that is wrong, be it that there is no such file
     */
    public static Opened open(String nameOrPath) throws ScenarioFaults {
        if (SHIPPED.contains(nameOrPath)) {
            return open(nameOrPath + ".yaml", Scenarios::resource);
        }
        Path path;
        try {
            path = Path.of(nameOrPath).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw missing(nameOrPath);
        }
        Path name = path.getFileName();
        if (name == null || !Files.isRegularFile(path)) {
            throw missing(nameOrPath);
        }
        return open(name.toString(), (file, most) -> {
            try (InputStream in = Files.newInputStream(path.resolveSibling(file))) {
                return in.readNBytes(most + 1);
            }
        });
    }

    private static Opened open(String fileName, Folder folder) throws ScenarioFaults {
        byte[] yaml;
        try {
            yaml = folder.read(fileName, YamlTree.MOST_BYTES);
        } catch (IOException e) {
            throw new ScenarioFaults(List.of(fileName + ": cannot be read: " + e.getMessage()));
        }
        Document[] documents = new Document[2];
        Scenario scenario = ScenarioReader.read(fileName, yaml, (read, faults) -> {
            if (read.plan().equals(Scenario.DEMO_PLAN)) {
                if (read.paths() != null) {
                    faults.fault("paths", "the demo plant has its own");
                }
                return DemoPlant.plan(DemoPlant.SITE);
            }
            if (read.paths() == null) {
                faults.fault("paths", "missing; a plan of your own needs a GeoJSON file with the ways people walk on");
            }
            documents[0] = document("plan", read.plan(), folder, faults);
            documents[1] = document("paths", read.paths(), folder, faults);
            return plan(documents[0], faults);
        });
        return new Opened(fileName, scenario, documents[0], documents[1]);
    }

    private static @Nullable Document document(String key, @Nullable String path, Folder folder, FaultSink faults) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        try {
            byte[] bytes = folder.read(path, MOST_PLAN_BYTES);
            if (bytes.length <= MOST_PLAN_BYTES) {
                return new Document(path, bytes);
            }
            faults.fault(key, "'" + path + "' has more than " + MOST_PLAN_BYTES + " bytes");
        } catch (IOException | InvalidPathException e) {
            faults.fault(key, "no such file '" + path + "' (looked for beside the scenario)");
        }
        return null;
    }

    private static @Nullable Plan plan(@Nullable Document document, FaultSink faults) {
        if (document == null) {
            return null;
        }
        try {
            return PlanReader.read(document.fileName(), document.bytes(), PlanOverrides.none());
        } catch (PlanFaults e) {
            e.faults().forEach(fault -> faults.fault("plan", fault));
            return null;
        }
    }

    private static byte[] resource(String name, int most) throws IOException {
        try (InputStream in = Scenarios.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("not on the class path: " + FOLDER + name);
            }
            return in.readNBytes(most + 1);
        }
    }

    private static ScenarioFaults missing(String nameOrPath) {
        return new ScenarioFaults(List.of("'" + nameOrPath + "': no such file; shipped scenarios are "
                + String.join(", ", SHIPPED) + Suggestion.of(nameOrPath, SHIPPED)));
    }
}
