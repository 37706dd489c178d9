package io.muster.console.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a measurement was made, since its figures say little without. */
final class Machine {
    static String described() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + memory() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                + System.getProperty("java.version");
    }

    private static String memory() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"), StandardCharsets.UTF_8)) {
                if (line.startsWith("MemTotal:")) {
                    long kilobytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
                    return String.format(Locale.ROOT, "%.1f GB memory", kilobytes / 1024.0 / 1024.0);
                }
            }
        } catch (IOException e) {
            return "memory not known (" + e.getMessage() + ")";
        }
        return "memory not known";
    }

    /** How many wanted a core in the last minute: above the number of cores, others were measured too. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "not known";
        }
    }

    private Machine() {}
}
