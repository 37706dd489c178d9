package io.muster.launcher.record;

import io.muster.contract.codec.Envelope;
import io.muster.contract.codec.EnvelopeCodec;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Envelopes as lines. Closing it finishes a compressed file. */
final class RecordingFile implements AutoCloseable {
    private final OutputStream out;

    private RecordingFile(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /** @param output made new; compressed where its name ends with {@code .gz}; {@code -} is standard output */
    static RecordingFile open(String output) throws IOException {
        if (output.equals("-")) {
            return new RecordingFile(new Unclosed(System.out));
        }
        OutputStream file = Files.newOutputStream(Path.of(output));
        return new RecordingFile(output.endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file);
    }

    void write(Envelope envelope) throws IOException {
        out.write(EnvelopeCodec.write(envelope).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** What was written can be read by somebody who follows the file; a compressed one only as far as a whole block of it is there. */
    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Standard output belongs to the process, not to us. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
