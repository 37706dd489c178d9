package io.muster.simulator.verify;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.value.Alarm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code alarms.jsonl}: one record of the topic {@code alarms} a line. */
public final class AlarmFile {
    private AlarmFile() {}

    /** @throws IOException if the file cannot be read, or beginning with {@code file:line:} if a line is no alarm */
    public static List<Alarm> read(Path file) throws IOException {
        List<Alarm> alarms = new ArrayList<>();
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    alarms.add(Json.readOwn(line.getBytes(StandardCharsets.UTF_8), Alarm.class));
                }
            }
        } catch (Unreadable e) {
            throw new IOException(file + ":" + number + ": no alarm: " + e.getMessage(), e);
        } catch (MalformedInputException e) {
            throw new IOException(file + ":" + (number + 1) + ": is not UTF-8", e);
        }
        return alarms;
    }
}
