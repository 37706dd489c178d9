package io.muster.console.history;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The positions of a site on a day (UTC), as one file of gzip members: a head line; a block for each hour and person ({@link PositionLine}); the list of the
 * blocks; and a last member of known length that says where the list is. So {@code zcat} prints the day as a table (the list are lines with {@code #}), and
 * who asks for a person and an hour reads a few kilobytes. Each member carries the checksum of its own, checked whenever it is read.
 */
final class PositionFile {
    /** What the last member says. */
    static final String END = "#end list=%015d length=%012d rows=%015d\n";

    static final int END_LENGTH = String.format(END, 0, 0, 0).length();
    /** Of a gzip member that stores: head 10, block head 5, tail 8. */
    static final int STORED_OVERHEAD = 23;

    private static final int MOST_BLOCK_BYTES = 64 * 1024 * 1024;

    /** @param offset of the member in the file */
    record Block(int hour, long offset, int length, int rows, String id) {
        String line() {
            return "#block," + hour + "," + offset + "," + length + "," + rows + "," + PositionLine.quoted(id) + "\n";
        }

        static Block read(String line) {
            String[] cells = line.split(",", 6);
            if (cells.length != 6 || !cells[0].equals("#block") || cells[5].length() < 2) {
                throw new IllegalArgumentException("no block: " + line);
            }
            String id = cells[5].substring(1, cells[5].length() - 1).replace("\"\"", "\"");
            return new Block(
                    Integer.parseInt(cells[1]),
                    Long.parseLong(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    id);
        }
    }

    private final Path path;
    private final long dayMillis;
    private final long rows;
    private final List<Block> blocks;

    private PositionFile(Path path, LocalDate day, long rows, List<Block> blocks) {
        this.path = path;
        this.dayMillis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        this.rows = rows;
        this.blocks = blocks;
    }

    /** @throws IOException where it is not there, cut off or changed */
    static PositionFile open(Path path, LocalDate day) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            int tail = END_LENGTH + STORED_OVERHEAD;
            if (file.size() < tail) {
                throw new IOException(path + " is cut off at " + file.size() + " bytes");
            }
            String end = text(file, file.size() - tail, tail);
            if (end.length() != END_LENGTH || !end.startsWith("#end list=")) {
                throw new IOException(path + " has no end");
            }
            String[] numbers = end.strip().split("[^0-9]+");
            long list = Long.parseLong(numbers[1]);
            int length = Integer.parseInt(numbers[2]);
            List<Block> blocks = new ArrayList<>();
            long rows = 0;
            for (String line : text(file, list, length).lines().toList()) {
                Block block = Block.read(line);
                blocks.add(block);
                rows += block.rows();
            }
            if (rows != Long.parseLong(numbers[3])) {
                throw new IOException(path + " lists " + rows + " rows and ends with another number");
            }
            return new PositionFile(path, day, rows, blocks);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    long rows() {
        return rows;
    }

    /**
     * Those of the span, hour by hour, in each hour by person and then by time.
     *
     * @param from by slot, inclusive, ms since 1970
     * @param to exclusive
     * @param person null = everybody
     */
    void read(long from, long to, @Nullable String person, Consumer<Position> into) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (Block block : blocks) {
                long hour = dayMillis + block.hour() * 3_600_000L;
                if (hour < to && hour + 3_600_000L > from && (person == null || person.equals(block.id()))) {
                    read(file, block, from, to, into);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(FileChannel file, Block block, long from, long to, Consumer<Position> into) throws IOException {
        String quoted = PositionLine.quoted(block.id());
        int read = 0;
        for (String line : text(file, block.offset(), block.length()).split("\n")) {
            Position position = PositionLine.read(line, block.id(), quoted, dayMillis);
            if (position.slot() >= from && position.slot() < to) {
                into.accept(position);
            }
            read++;
        }
        if (read != block.rows()) {
            throw new IOException(path + " has " + read + " rows where " + block.rows() + " are listed");
        }
    }

    /** A member, its checksum looked at. */
    private static String text(FileChannel file, long offset, int length) throws IOException {
        if (length < 0 || length > MOST_BLOCK_BYTES || offset < 0 || offset + length > file.size()) {
            throw new IOException("a block of " + length + " bytes at " + offset + " is outside the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the file ends at " + (offset + bytes.position()));
            }
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes.array()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
