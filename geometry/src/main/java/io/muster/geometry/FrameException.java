package io.muster.geometry;

/** A position that cannot be brought into, or out of, the frame of its site. The message is one line that says why. */
public final class FrameException extends IllegalArgumentException {
    FrameException(String message) {
        super(message);
    }

    FrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
