package io.muster.broker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What lies where in the directory of a broker, and who may delete it. */
final class BrokerDir {
    private static final int TAIL_BYTES = 16 * 1024;
    private static final int TAIL_LINES = 40;

    private final Path root;
    private final boolean keep;
    private final boolean rootIsOurs;
    private @Nullable FileChannel lock;

    private BrokerDir(Path root, boolean keep, boolean rootIsOurs) {
        this.root = root;
        this.keep = keep;
        this.rootIsOurs = rootIsOurs;
    }

    /** @throws KafkaStartException when the directory cannot be made or written, or holds data that must not be touched */
    static BrokerDir open(KafkaProcessOptions options) throws KafkaStartException {
        Path asked = options.dir();
        try {
            if (asked == null) {
                return new BrokerDir(Files.createTempDirectory("muster-kafka-"), false, true).prepared();
            }
            Path root = asked.toAbsolutePath().normalize();
            BrokerDir dir = new BrokerDir(root, options.keepData(), !Files.exists(root));
            if (!options.keepData() && Files.exists(dir.data())) {
                throw new KafkaStartException(
                        "the directory of Kafka " + root
                                + " already holds the data of a broker: keep it, or delete it first",
                        "",
                        null);
            }
            Files.createDirectories(root);
            return dir.prepared();
        } catch (KafkaStartException e) {
            throw e;
        } catch (IOException e) {
            String where = asked == null ? System.getProperty("java.io.tmpdir") : asked.toString();
            throw new KafkaStartException(
                    "the directory of Kafka " + where + " cannot be written: " + reason(e), "", e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }

    /** Before anything is touched: two brokers in one directory would take the ground from under each other. */
    private BrokerDir prepared() throws IOException {
        FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new KafkaStartException("another broker is using the directory of Kafka " + root, "", e);
        }
        lock = channel;
        Files.createDirectories(data());
        Files.createDirectories(logs());
        // A directory can exist and still refuse; the broker would say so in forty lines.
        Files.delete(Files.createTempFile(data(), "probe", ".tmp"));
        for (Path log : List.of(brokerLog(), output())) {
            Files.deleteIfExists(log);
        }
        return this;
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    private Path logs() {
        return root.resolve("logs");
    }

    private Path lockFile() {
        return root.resolve("muster.lock");
    }

    /** What the broker logs, WARN and worse. */
    Path brokerLog() {
        return logs().resolve("broker.log");
    }

    /** What the process prints: usage errors, JVM errors. */
    Path output() {
        return logs().resolve("output.log");
    }

    Path settings() {
        return root.resolve("server.properties");
    }

    void write(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer out = Files.newBufferedWriter(settings(), StandardCharsets.UTF_8)) {
            properties.store(out, "written at every start; the options of the start replace these lines");
        }
    }

    /** The last lines of both logs, or an empty string when nothing was written. */
    String tail() {
        StringBuilder text = new StringBuilder();
        for (Path log : List.of(output(), brokerLog())) {
            text.append(tail(log));
        }
        return text.toString();
    }

    private static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            byte[] bytes = new byte[(int) Math.min(length, TAIL_BYTES)];
            file.seek(length - bytes.length);
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            return last.isEmpty() ? "" : String.join(System.lineSeparator(), last) + System.lineSeparator();
        } catch (IOException e) {
            return "";
        }
    }

    /** Deletes what the broker wrote, unless it is to be kept; a directory that was there before stays, with what else is in it. */
    void release() throws IOException {
        FileChannel held = lock;
        if (held != null) {
            held.close();
        }
        if (keep) {
            return;
        }
        Files.deleteIfExists(lockFile());
        deleteTree(data());
        deleteTree(logs());
        Files.deleteIfExists(settings());
        if (rootIsOurs) {
            try {
                Files.deleteIfExists(root);
            } catch (DirectoryNotEmptyException e) {
                // Somebody put a file of their own beside ours; it is not ours to delete.
            }
        }
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
