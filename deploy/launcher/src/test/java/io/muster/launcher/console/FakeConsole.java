package io.muster.launcher.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Says what a console says, and ends when its input ends. Started with {@code parent} it starts another one and waits to be killed. */
final class FakeConsole {
    private FakeConsole() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "serve" -> {
                System.err.println("10:00:00.000 INFO  Ingest: reads sites");
                System.err.println("muster console: first user admin, password s3cret-word (shown this once)");
                System.err.println("muster console at http://127.0.0.1:18080");
                System.in.transferTo(OutputStream.nullOutputStream());
            }
            case "refuse" -> {
                System.err.println("muster console: could not start: the port is taken");
                System.exit(1);
            }
            default -> {
                try (ConsoleProcess child = new ConsoleProcess(command("serve"), line -> {})) {
                    child.first().join();
                    System.out.println(child.pid());
                    Thread.currentThread().join();
                }
            }
        }
    }

    static List<String> command(String does) {
        String tests = System.getProperty("surefire.test.class.path");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                tests == null || tests.isBlank() ? System.getProperty("java.class.path") : tests,
                FakeConsole.class.getName(),
                does);
    }
}
