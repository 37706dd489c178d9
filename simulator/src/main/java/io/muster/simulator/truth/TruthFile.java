package io.muster.simulator.truth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.TruthLine;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A truth file: one JSON object a line, sorted by onset. Its {@code kind} is that of an alarm ({@link TruthLine}), {@code presence} ({@link Presence}) or
 * {@code gate_pass} ({@link GatePass}).
 */
public final class TruthFile {
    private static final JsonFactory KINDS = new JsonFactory();

    private TruthFile() {}

    /** Alarms alone. */
    public static void write(Path file, List<TruthLine> lines) throws IOException {
        write(file, Truth.of(lines));
    }

    public static void write(Path file, Truth truth) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(out, truth);
        }
    }

    /** Writes all lines, sorted by onset; where two begin together, alarms come first, then presences. Does not close. */
    public static void write(OutputStream out, Truth truth) throws IOException {
        List<Line> lines = new ArrayList<>();
        truth.alarms().forEach(line -> lines.add(new Line(line.onset(), line)));
        truth.presences().forEach(line -> lines.add(new Line(line.onset(), line)));
        truth.passes().forEach(line -> lines.add(new Line(line.onset(), line)));
        lines.sort(Comparator.comparing(Line::onset));
        for (Line line : lines) {
            out.write(Json.write(line.value()));
            out.write('\n');
        }
    }

    /** The content of a truth file that holds alarms alone. */
    public static byte[] bytes(List<TruthLine> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (TruthLine line : lines) {
            out.writeBytes(Json.write(line));
            out.write('\n');
        }
        return out.toByteArray();
    }

    /** @throws IOException if the file cannot be read, or beginning with {@code file:line:} if a line is no truth */
    public static Truth read(Path file) throws IOException {
        List<TruthLine> alarms = new ArrayList<>();
        List<Presence> presences = new ArrayList<>();
        List<GatePass> passes = new ArrayList<>();
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (text.isBlank()) {
                    continue;
                }
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                switch (kind(bytes)) {
                    case Presence.KIND -> presences.add(Json.readOwn(bytes, Presence.class));
                    case GatePass.KIND -> passes.add(Json.readOwn(bytes, GatePass.class));
                    default -> alarms.add(Json.readOwn(bytes, TruthLine.class));
                }
            }
        } catch (Unreadable | IllegalArgumentException e) {
            throw new IOException(file + ":" + number + ": no truth: " + e.getMessage(), e);
        } catch (MalformedInputException e) {
            throw new IOException(file + ":" + (number + 1) + ": is not UTF-8", e);
        }
        alarms.sort(Comparator.comparing(TruthLine::onset));
        presences.sort(Comparator.comparing(Presence::onset));
        passes.sort(Comparator.comparing(GatePass::onset));
        return new Truth(alarms, presences, passes);
    }

    private record Line(Instant onset, Object value) {}

    /** Which of the three it is. What has no kind, or a wrong one, is left to the reader of alarms to refuse. */
    private static String kind(byte[] bytes) {
        try (JsonParser parser = KINDS.createParser(bytes)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token == JsonToken.FIELD_NAME && "kind".equals(parser.currentName())) {
                    @Nullable String kind = parser.nextTextValue();
                    return kind == null ? "" : kind;
                }
            }
        } catch (IOException e) {
            // Told by the reader that follows, with its place.
        }
        return AlarmKind.SOS.wire();
    }
}
