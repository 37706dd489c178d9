package io.muster.console.measure;

import java.util.SplittableRandom;

/**
 * One thing that a user asks.
 *
 * @param name as printed
 * @param kind which promise it falls under
 * @param path under {@code /api/v1}
 */
record Question(String name, Promise kind, Path path) {
    /** An address, drawn anew each time: nobody asks for the same hour again and again. */
    interface Path {
        String of(SplittableRandom random);
    }
}
