package io.muster.contract.codec;

/** Bytes that cannot be taken: one word for the counter, one line for the person who looks into it. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    /** What is kept of a detail, characters: a hostile record must not write the log full. */
    private static final int DETAIL_CHARS = 300;

    private final Reason reason;
    private final String detail;

    public Unreadable(Reason reason, String detail) {
        super(reason.wire() + ": " + oneLine(detail));
        this.reason = reason;
        this.detail = oneLine(detail);
    }

    public Reason reason() {
        return reason;
    }

    /** One line that names the field, or line and column. */
    public String detail() {
        return detail;
    }

    /** Rejects are ordinary traffic: a stack trace for each would let a broken vendor slow everybody down. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), DETAIL_CHARS));
        for (int i = 0; i < text.length() && line.length() < DETAIL_CHARS; i++) {
            char each = text.charAt(i);
            line.append(Character.isISOControl(each) || Character.isSurrogate(each) ? ' ' : each);
        }
        return line.toString();
    }
}
