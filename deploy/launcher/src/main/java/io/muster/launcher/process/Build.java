package io.muster.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What runs here and on what, for reports and for {@code --version}. */
public final class Build {
    private static final long GIB = 1L << 30;

    private Build() {}

    public static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The commit of the source tree, with {@code -dirty} where files differ from it; {@code unknown} outside a git repository. */
    public static String revision() {
        Path home = Logs.home();
        if (home == null) {
            return "unknown";
        }
        try {
            Process git = new ProcessBuilder(
                            "git", "-C", home.toString(), "describe", "--always", "--dirty", "--abbrev=12")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 && !said.isEmpty() ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    /** {@code 2 cores, 23 GiB, Linux amd64, Java 17.0.15}. */
    public static String machine() {
        return String.format(
                Locale.ROOT,
                "%d cores, %d GiB, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                memoryBytes() / GIB,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }

    private static long memoryBytes() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }
}
