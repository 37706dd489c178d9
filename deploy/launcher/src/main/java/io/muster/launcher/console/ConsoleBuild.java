package io.muster.launcher.console;

import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.Logs;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The console as it was built: a jar and a folder of libraries, apart from those of the launcher, since it logs by another SLF4J than Flink.
 *
 * @param classPath for {@code java -cp}
 */
public record ConsoleBuild(String classPath) {
    static final String MAIN = "io.muster.console.ConsoleMain";
    static final String MEASURE = "io.muster.console.measure.ConsoleMeasure";

    /** @throws BadInput where there is none */
    public static ConsoleBuild find() {
        Path home = Logs.home();
        return in(
                home == null
                        ? Path.of("console", "target")
                        : home.resolve("console").resolve("target"));
    }

    static ConsoleBuild in(Path target) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "muster-console-*.jar")) {
            for (Path jar : jars) {
                if (Files.isDirectory(target.resolve("lib"))) {
                    return new ConsoleBuild(jar + ":" + target.resolve("lib").resolve("*"));
                }
            }
        } catch (IOException e) {
            throw new BadInput(notBuilt(target), e);
        }
        throw new BadInput(notBuilt(target));
    }

    private static String notBuilt(Path target) {
        return "the console is not built: no muster-console-….jar with its lib in " + target;
    }

    /**
     * @param flags of the JVM
     * @param arguments of the program
     */
    List<String> command(String main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xshare:auto");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.awt.headless=true");
        command.addAll(flags);
        command.add("-cp");
        command.add(classPath);
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /** The console as a child that ends when its input ends. */
    public List<String> serve(List<String> flags, List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--muster.console.end-with-input=true");
        return command(MAIN, flags, arguments);
    }

    /** The measurement of the console: fills a history, asks as many users would, and says how long each answer took. */
    public List<String> measure(List<String> flags, List<String> arguments) {
        return command(MEASURE, flags, arguments);
    }
}
