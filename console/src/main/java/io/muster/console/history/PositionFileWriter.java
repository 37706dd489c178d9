package io.muster.console.history;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a {@link PositionFile}, hour after hour. */
final class PositionFileWriter implements AutoCloseable {
    private final long dayMillis;
    private final FileChannel file;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final MessageDigest lines = sha256();
    private final List<PositionFile.Block> blocks = new ArrayList<>();
    private long offset;
    private long rows;

    /** @param path of a file that is not there yet */
    PositionFileWriter(Path path, LocalDate day) throws IOException {
        this.dayMillis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.out = new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16), digest);
        member(PositionLine.HEAD, Deflater.DEFAULT_COMPRESSION);
    }

    /** @param positions of this hour, each person's in the order of time */
    void hour(int hour, List<Position> positions) throws IOException {
        Map<String, StringBuilder> texts = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Position each : positions) {
            StringBuilder text = texts.computeIfAbsent(each.trackableId(), id -> new StringBuilder());
            PositionLine.write(each, PositionLine.quoted(each.trackableId()), dayMillis, text);
            counts.merge(each.trackableId(), 1, Integer::sum);
        }
        for (Map.Entry<String, StringBuilder> each : texts.entrySet()) {
            String text = each.getValue().toString();
            lines.update(text.getBytes(StandardCharsets.UTF_8));
            int count = counts.getOrDefault(each.getKey(), 0);
            long from = offset;
            int length = member(text, Deflater.DEFAULT_COMPRESSION);
            blocks.add(new PositionFile.Block(hour, from, length, count, each.getKey()));
            rows += count;
        }
    }

    /** Writes what is at the end, down to the disk. */
    void finish() throws IOException {
        StringBuilder list = new StringBuilder();
        blocks.forEach(each -> list.append(each.line()));
        long at = offset;
        int length = member(list.toString(), Deflater.DEFAULT_COMPRESSION);
        int end = member(String.format(PositionFile.END, at, length, rows), Deflater.NO_COMPRESSION);
        if (end != PositionFile.END_LENGTH + PositionFile.STORED_OVERHEAD) {
            throw new IOException("the end of a file of positions came to " + end + " bytes");
        }
        out.flush();
        file.force(true);
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return offset;
    }

    /** Of the whole file, once it is finished. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the lines of positions alone, once it is finished: to be compared with what is read back. */
    byte[] linesDigest() {
        return lines.digest();
    }

    private int member(String text, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Gzip gzip = new Gzip(bytes, level)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeTo(out);
        offset += bytes.size();
        return bytes.size();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Gzip extends GZIPOutputStream {
        private Gzip(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
