package io.muster.stream.replay;

/** How an input file is written. */
public enum InputFormat {
    /** One omlox Location or one envelope per line. */
    JSONL,
    /** A plain table with a header line. */
    CSV
}
