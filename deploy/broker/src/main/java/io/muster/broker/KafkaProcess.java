package io.muster.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker (KRaft, one node) as a child process on 127.0.0.1, from the jars on this JVM's class path.
 *
 * <p>There is no shutdown hook here, on purpose: hooks run in no order, and the broker has to outlive those that still write to it
 * when Ctrl-C arrives. Who starts it closes it, last. If nobody does, the end of this JVM closes the pipe that the child reads, and
 * the child shuts down by itself within seconds; only a temporary directory is then left behind.
 */
public final class KafkaProcess implements AutoCloseable {
    /** A start takes about two seconds; the rest is for machines with other work. */
    private static final long START_MILLIS = 90_000;

    private static final long STOP_MILLIS = 15_000;
    private static final long POLL_MILLIS = 20;
    /** Between the choice of a free port and its use somebody else may take it. */
    private static final int PORT_ATTEMPTS = 3;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Process process;
    private final BrokerDir dir;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KafkaProcess(Process process, BrokerDir dir, int port) {
        this.process = process;
        this.dir = dir;
        this.port = port;
    }

    /**
     * Starts a broker and returns once it answers.
     *
     * @throws KafkaStartException with one line (port taken, directory not writable, settings refused) and the end of the broker's
     *     log; nothing is left running, and nothing is left on disk that was not there before, unless the data is kept
     */
    public static KafkaProcess start(KafkaProcessOptions options) throws KafkaStartException {
        if (options.port() != 0) {
            refuseTakenPort(options.port());
        }
        BrokerDir dir = BrokerDir.open(options);
        try {
            for (int attempt = 1; ; attempt++) {
                int port = options.port() != 0 ? options.port() : freePort();
                KafkaProcess broker = launch(options, dir, port);
                try {
                    broker.awaitAnswer();
                    return broker;
                } catch (KafkaStartException e) {
                    broker.end();
                    boolean lostRace = dir.tail().contains("Address already in use");
                    if (!lostRace || attempt == PORT_ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            KafkaStartException failure = e instanceof KafkaStartException known
                    ? known
                    : new KafkaStartException("Kafka could not be started: " + e.getMessage(), dir.tail(), e);
            try {
                dir.release();
            } catch (IOException undeleted) {
                failure.addSuppressed(undeleted);
            }
            throw failure;
        }
    }

    private static void refuseTakenPort(int port) throws KafkaStartException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(LOOPBACK, port));
        } catch (IOException e) {
            throw new KafkaStartException(
                    "port " + port + " of 127.0.0.1 is not free for Kafka: " + e.getMessage(), "", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
            return probe.getLocalPort();
        }
    }

    private static KafkaProcess launch(KafkaProcessOptions options, BrokerDir dir, int port) throws IOException {
        dir.write(BrokerSettings.of(dir.data().toString(), port, freePort(), options.overrides()));
        ProcessBuilder builder = new ProcessBuilder(command(options, dir));
        builder.redirectErrorStream(true);
        builder.redirectOutput(dir.output().toFile());
        // Options meant for this JVM (agents, debug ports) must not reach the broker.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return new KafkaProcess(builder.start(), dir, port);
    }

    private static List<String> command(KafkaProcessOptions options, BrokerDir dir) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + options.heapMb().orElse(KafkaProcessOptions.DEFAULT_HEAP_MB) + "m");
        command.add("-Xms64m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Xshare:auto");
        if (!options.keepData()) {
            // It lives for minutes, and shares the machine with whoever waits for it: the second compiler and its
            // threads would not pay.
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-XX:+UseSerialGC");
        }
        command.add("-Djava.awt.headless=true");
        command.add("-Dlog4j2.configurationFile=classpath:io/muster/broker/broker-log4j2.properties");
        command.add("-Dlog4j2.disableJmx=true");
        command.add("-Dmuster.broker.log=" + dir.brokerLog());
        command.add("-cp");
        command.add(classPath());
        command.add(BrokerMain.class.getName());
        command.add(dir.settings().toString());
        command.add(dir.data().toString());
        return command;
    }

    /** Surefire may run the tests from a jar that only names the class path; it tells the real one in a property of its own. */
    private static String classPath() {
        String tests = System.getProperty("surefire.test.class.path");
        return tests == null || tests.isBlank() ? System.getProperty("java.class.path", "") : tests;
    }

    private void awaitAnswer() throws KafkaStartException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        // A plain connection first: the admin client would log a warning for every refused one.
        while (!accepts()) {
            awaitMoment(deadline, null);
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            while (true) {
                @Nullable Exception last;
                try {
                    boolean registered = !admin.describeCluster(new DescribeClusterOptions().timeoutMs(5_000))
                            .nodes()
                            .get(5, TimeUnit.SECONDS)
                            .isEmpty();
                    if (registered) {
                        return;
                    }
                    last = null;
                } catch (ExecutionException | TimeoutException e) {
                    last = e;
                } catch (InterruptedException e) {
                    throw interrupted(e);
                }
                awaitMoment(deadline, last);
            }
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void awaitMoment(long deadlineNanos, @Nullable Exception last) throws KafkaStartException {
        try {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                String tail = dir.tail();
                String line = tail.contains("Failed to acquire lock")
                        ? "another broker is using the directory of Kafka " + dir.root()
                        : "Kafka ended while it started, exit code " + process.exitValue() + ", directory "
                                + dir.root();
                throw new KafkaStartException(line, tail, null);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new KafkaStartException(
                    "Kafka on " + bootstrapServers() + " did not answer within " + START_MILLIS / 1000
                            + " s, directory " + dir.root(),
                    dir.tail(),
                    last);
        }
    }

    private KafkaStartException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaStartException("the start of Kafka was interrupted", dir.tail(), e);
    }

    /** {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Process id of the broker. */
    public long pid() {
        return process.pid();
    }

    /** False once the broker ended, by {@link #close()} or by itself. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The directory of the broker; gone after {@link #close()} unless the data is kept. */
    public Path dir() {
        return dir.root();
    }

    /** The last lines that the broker logged, WARN and worse; empty when there are none. */
    public String logTail() {
        return dir.tail();
    }

    /**
     * SIGTERM, awaited; SIGKILL to this process id if that does not do; then the files are deleted unless they are to be kept. A
     * second call does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        end();
        try {
            dir.release();
        } catch (IOException e) {
            System.getLogger(KafkaProcess.class.getName())
                    .log(System.Logger.Level.WARNING, "the directory of Kafka " + dir.root() + " is left behind", e);
        }
    }

    private void end() {
        process.destroy();
        boolean interrupted = false;
        try {
            if (!process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // Whoever interrupts wants to be gone; the broker still must not outlive this call.
            interrupted = true;
            process.destroyForcibly();
        }
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
