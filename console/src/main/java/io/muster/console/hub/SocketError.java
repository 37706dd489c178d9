package io.muster.console.hub;

/** Errors of the WebSocket, by the numbers of omlox. */
enum SocketError {
    UNKNOWN_EVENT(10000, 400),
    UNKNOWN_TOPIC(10001, 404),
    SUBSCRIBE_FAILED(10002, 400),
    UNSUBSCRIBE_FAILED(10003, 400),
    NOT_AUTHORIZED(10004, 403),
    INVALID_DATA(10005, 400),
    NOT_AUTHENTICATED(10006, 401);

    private final int code;
    private final int status;

    SocketError(int code, int status) {
        this.code = code;
        this.status = status;
    }

    int code() {
        return code;
    }

    /** What HTTP would have answered: for the log of calls. */
    int status() {
        return status;
    }

    Refused refused(String line) {
        return new Refused(this, line);
    }

    /** A message that is not done, and why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final SocketError error;
        private final String line;

        private Refused(SocketError error, String line) {
            super(line);
            this.error = error;
            this.line = line;
        }

        SocketError error() {
            return error;
        }

        @Override
        public String getMessage() {
            return line;
        }
    }
}
