package io.muster.simulator.plant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the shipped plan anew after a change of the areas; run from the module's folder. */
final class DemoPlanFile {
    private DemoPlanFile() {}

    static byte[] expected() {
        return DemoPlanWriter.write(DemoPlant.SITE, DemoAreas.all()).getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws IOException {
        Files.write(Path.of("src/main/resources" + DemoPlant.RESOURCE), expected());
    }
}
