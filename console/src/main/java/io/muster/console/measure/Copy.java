package io.muster.console.measure;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY into a table in its binary form: what fills millions of rows in seconds. */
final class Copy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLUSH = 1 << 18;
    /** PostgreSQL counts from 2000-01-01. */
    private static final long EPOCH_SECONDS = 946_684_800L;

    private final CopyIn copy;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FLUSH * 2);
    private final DataOutputStream out = new DataOutputStream(bytes);

    Copy(Connection connection, String table, String columns) throws SQLException, IOException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)");
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    Copy row(int columns) throws SQLException, IOException {
        if (bytes.size() > FLUSH) {
            flush();
        }
        out.writeShort(columns);
        return this;
    }

    Copy time(Instant time) throws IOException {
        return micros((time.getEpochSecond() - EPOCH_SECONDS) * 1_000_000L + time.getNano() / 1_000);
    }

    Copy time(long millis) throws IOException {
        return micros((millis - EPOCH_SECONDS * 1_000L) * 1_000L);
    }

    private Copy micros(long micros) throws IOException {
        out.writeInt(8);
        out.writeLong(micros);
        return this;
    }

    Copy whole(int value) throws IOException {
        out.writeInt(4);
        out.writeInt(value);
        return this;
    }

    Copy large(long value) throws IOException {
        out.writeInt(8);
        out.writeLong(value);
        return this;
    }

    Copy real(float value) throws IOException {
        out.writeInt(4);
        out.writeFloat(value);
        return this;
    }

    Copy number(double value) throws IOException {
        out.writeInt(8);
        out.writeDouble(value);
        return this;
    }

    Copy text(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return this;
        }
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        return this;
    }

    /** jsonb: a version number and the text. */
    Copy json(String value) throws IOException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length + 1);
        out.writeByte(1);
        out.write(text);
        return this;
    }

    /** text[] of one element. */
    Copy one(String value) throws IOException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(20 + 4 + text.length);
        out.writeInt(1);
        out.writeInt(0);
        out.writeInt(25);
        out.writeInt(1);
        out.writeInt(1);
        out.writeInt(text.length);
        out.write(text);
        return this;
    }

    private void flush() throws SQLException, IOException {
        out.flush();
        byte[] part = bytes.toByteArray();
        copy.writeToCopy(part, 0, part.length);
        bytes.reset();
    }

    @Override
    public void close() throws SQLException, IOException {
        out.writeShort(-1);
        flush();
        copy.endCopy();
    }
}
