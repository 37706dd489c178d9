package io.muster.simulator.truth;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.value.TruthLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A truth file: one {@link TruthLine} a line, JSON. */
public final class TruthFile {
    private TruthFile() {}

    public static void write(Path file, List<TruthLine> lines) throws IOException {
        Files.write(file, bytes(lines));
    }

    /** The content of a truth file. */
    public static byte[] bytes(List<TruthLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (TruthLine line : lines) {
            out.writeBytes(Json.write(line));
            out.write('\n');
        }
        return out.toByteArray();
    }

    /** @throws IOException if the file cannot be read, or naming file and line if a line is no truth */
    public static List<TruthLine> read(Path file) throws IOException {
        List<TruthLine> lines = new ArrayList<>();
        int number = 0;
        for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            try {
                lines.add(Json.read(text.getBytes(StandardCharsets.UTF_8), TruthLine.class));
            } catch (Unreadable e) {
                throw new IOException(file + ": line " + number + ": " + e.getMessage(), e);
            }
        }
        return lines;
    }
}
