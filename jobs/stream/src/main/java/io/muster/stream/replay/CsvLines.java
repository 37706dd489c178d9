package io.muster.stream.replay;

import io.muster.contract.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a table as omlox Locations. A row that lacks something becomes a Location that lacks it, and the topology rejects it. */
final class CsvLines implements LineReader {
    private final String site;
    private final CsvColumns columns;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;

    CsvLines(String name, String site, CsvColumns columns, BufferedReader text) throws IOException, ReplayFaults {
        this.site = site;
        this.columns = columns;
        this.parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(text);
        List<String> faults = new ArrayList<>();
        for (String wanted : wanted(columns)) {
            if (!parser.getHeaderNames().contains(wanted)) {
                faults.add(name + ":1: no column '" + wanted + "'; there are "
                        + String.join(", ", parser.getHeaderNames()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ReplayFaults(faults);
        }
        this.rows = parser.iterator();
    }

    @Override
    public @Nullable InputLine next() {
        if (!rows.hasNext()) {
            return null;
        }
        CSVRecord row = rows.next();
        long number = row.getRecordNumber() + 1;
        String id = text(row, columns.id());
        Instant time = columns.instant(text(row, columns.time()));
        Map<String, Object> location = new LinkedHashMap<>();
        List<Object> coordinates = new ArrayList<>();
        coordinates.add(number(text(row, columns.x()), columns.metresPerUnit()));
        coordinates.add(number(text(row, columns.y()), columns.metresPerUnit()));
        if (columns.z() != null && !text(row, columns.z()).isBlank()) {
            coordinates.add(number(text(row, columns.z()), columns.metresPerUnit()));
        }
        location.put("position", Map.of("type", "Point", "coordinates", coordinates));
        location.put("source", "csv");
        location.put("provider_type", "uwb");
        location.put("provider_id", id);
        location.put("crs", "local");
        if (time != null) {
            location.put("timestamp_generated", time.toString());
        }
        location.put("floor", columns.floor() == null ? 0 : number(text(row, columns.floor()), 1));
        if (columns.accuracy() != null) {
            location.put("accuracy", number(text(row, columns.accuracy()), columns.metresPerUnit()));
        }
        byte[] bytes = Json.write(location);
        long arrival = time == null ? 0 : time.toEpochMilli();
        return new InputLine(
                number,
                JsonLines.bareRecord(site, number, arrival, id.getBytes(StandardCharsets.UTF_8), bytes),
                time != null,
                time != null);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static String text(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    /** A number times the unit; a text that is no number stays what it is, to be rejected with its reason. */
    private static Object number(String text, double factor) {
        try {
            double value = Double.parseDouble(text.trim()) * factor;
            return Double.isFinite(value) ? (Object) value : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static List<String> wanted(CsvColumns columns) {
        List<String> wanted = new ArrayList<>(List.of(columns.id(), columns.time(), columns.x(), columns.y()));
        for (String each : new String[] {columns.z(), columns.floor(), columns.accuracy()}) {
            if (each != null) {
                wanted.add(each);
            }
        }
        return wanted;
    }
}
