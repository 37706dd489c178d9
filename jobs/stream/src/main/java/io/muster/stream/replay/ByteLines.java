package io.muster.stream.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines as bytes: what is no valid text must be seen, not replaced. */
final class ByteLines implements AutoCloseable {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 18];
    private int at;
    private int end;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null at the end of the input. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = null;
        while (true) {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end <= 0) {
                    end = 0;
                    return line == null ? null : line.toByteArray();
                }
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (line == null && at < end) {
                // The whole line is here: no way round.
                at++;
                return withoutReturn(from, at - 1);
            }
            if (line == null) {
                line = new ByteArrayOutputStream(Math.max(64, at - from));
            }
            line.write(buffer, from, at - from);
            if (at < end) {
                at++;
                byte[] bytes = line.toByteArray();
                boolean crlf = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
                return crlf ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
            }
        }
    }

    private byte[] withoutReturn(int from, int to) {
        boolean crlf = to > from && buffer[to - 1] == '\r';
        return Arrays.copyOfRange(buffer, from, crlf ? to - 1 : to);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
