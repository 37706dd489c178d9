package io.muster.stream.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Opens an input by its name: {@code -} is standard input, {@code .gz} is unpacked. */
final class InputFile {

    static InputStream bytes(String input) throws ReplayFaults {
        try {
            if (input.equals("-")) {
                return System.in;
            }
            Path path = Path.of(input);
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new ReplayFaults(List.of(input + ": no such file that can be read"));
            }
            InputStream in = Files.newInputStream(path);
            return input.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            throw new ReplayFaults(List.of(input + ": cannot be read: " + e.getMessage()));
        }
    }

    /** For tables, where a character that is no UTF-8 may stand for itself. */
    static BufferedReader text(String input) throws ReplayFaults {
        return new BufferedReader(new InputStreamReader(bytes(input), StandardCharsets.UTF_8), 1 << 16);
    }

    private InputFile() {}
}
