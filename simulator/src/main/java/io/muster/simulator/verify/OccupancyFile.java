package io.muster.simulator.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code zone-occupancy.jsonl}: one record of the topic {@code zone-occupancy} a line. Reads the counts alone and stops there: a shift of 500 people has gigabytes
 * of members behind them.
 */
public final class OccupancyFile {
    private static final JsonFactory JSON = new JsonFactory();

    private OccupancyFile() {}

    /**
     * @param settleMillis a record is readable this long after the moment that it is about
     * @throws IOException if the file cannot be read, or beginning with {@code file:line:} if a line is no head count
     */
    public static HeadCounts read(Path file, long settleMillis) throws IOException {
        HeadCounts counts = new HeadCounts();
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(counts, line.getBytes(StandardCharsets.UTF_8), asOf -> asOf.toEpochMilli() + settleMillis);
                }
            }
        } catch (IOException | DateTimeException e) {
            throw new IOException(file + ":" + Math.max(1, number) + ": no head count: " + e.getMessage(), e);
        }
        return counts;
    }

    /**
     * Adds one record.
     *
     * @param readable epoch milliseconds from when on it could be read, from its {@code as_of}
     * @throws IOException if it is no head count
     */
    public static void add(HeadCounts counts, byte[] record, ToLongFunction<Instant> readable) throws IOException {
        @Nullable String fence = null;
        @Nullable String name = null;
        @Nullable Instant asOf = null;
        int confirmed = -1;
        int stale = -1;
        try (JsonParser parser = JSON.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("expected an object");
            }
            while (stale < 0 || confirmed < 0 || fence == null || asOf == null) {
                if (parser.nextToken() != JsonToken.FIELD_NAME) {
                    throw new IOException("expected fence_id, as_of, count_confirmed and count_stale");
                }
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (field) {
                    case "fence_id" -> fence = parser.getText();
                    case "name" -> name = value == JsonToken.VALUE_NULL ? null : parser.getText();
                    case "as_of" -> asOf = Instant.parse(parser.getText());
                    case "count_confirmed" -> confirmed = parser.getIntValue();
                    case "count_stale" -> stale = parser.getIntValue();
                    default -> parser.skipChildren();
                }
            }
        }
        counts.add(fence, readable.applyAsLong(asOf), confirmed, stale, name);
    }
}
