package io.muster.stream.replay;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an input line by line. */
interface LineReader extends AutoCloseable {

    /** The next line; null at the end. */
    @Nullable
    InputLine next() throws IOException, ReplayFaults;

    @Override
    void close() throws IOException;
}
