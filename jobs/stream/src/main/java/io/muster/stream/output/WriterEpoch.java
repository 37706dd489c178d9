package io.muster.stream.output;

import java.io.Serializable;

/** Names the one who writes alarms: a later writer has a greater epoch, so that a consumer can tell a zombie. No clock is involved. */
public interface WriterEpoch extends Serializable {

    /** Called once when the writer opens. */
    long open();

    /** For files, which have one writer. */
    static WriterEpoch ofFile() {
        return () -> 0;
    }
}
