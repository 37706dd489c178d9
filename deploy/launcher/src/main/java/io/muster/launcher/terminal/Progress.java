package io.muster.launcher.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says how far long work is, on {@code err}: a bar that redraws itself where a person watches, one line a second elsewhere. Work that
 * ends within a second prints nothing at all elsewhere. Not for use by two threads at once.
 */
public final class Progress implements AutoCloseable {
    private static final int BAR = 30;
    private static final long BAR_EVERY_MILLIS = 100;
    private static final long LINE_EVERY_MILLIS = 1_000;

    private final String what;
    private final PrintStream err;
    private final boolean bar;
    private final LongSupplier clockMillis;
    private final long startedAt;
    private long shownAt;
    private int shownColumns;

    /** @param clockMillis a clock that only grows */
    Progress(String what, PrintStream err, boolean bar, LongSupplier clockMillis) {
        this.what = what;
        this.err = err;
        this.bar = bar;
        this.clockMillis = clockMillis;
        this.startedAt = clockMillis.getAsLong();
        this.shownAt = startedAt;
    }

    public static Progress of(String what, Terminal terminal) {
        return new Progress(what, terminal.err(), terminal.errIsTerminal(), () -> System.nanoTime() / 1_000_000);
    }

    /**
     * @param done from 0 on
     * @param total what {@code done} will be at the end; 0 or less when nobody knows
     * @param detail said behind the numbers, may be empty
     */
    public void update(long done, long total, String detail) {
        long now = clockMillis.getAsLong();
        if (now - shownAt < (bar ? BAR_EVERY_MILLIS : LINE_EVERY_MILLIS)) {
            return;
        }
        shownAt = now;
        String line = line(done, total, detail, now);
        if (bar) {
            err.print("\r" + Columns.padRight(line, shownColumns));
            shownColumns = Columns.of(line);
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Wipes the bar, so that what is printed next stands alone. */
    @Override
    public void close() {
        if (bar && shownColumns > 0) {
            err.print("\r" + " ".repeat(shownColumns) + "\r");
            err.flush();
            shownColumns = 0;
        }
    }

    private String line(long done, long total, String detail, long now) {
        StringBuilder line = new StringBuilder(what).append(' ');
        if (total > 0) {
            double share = Math.min(1, Math.max(0, (double) done / total));
            if (bar) {
                int full = (int) Math.floor(share * BAR);
                line.append('[')
                        .append("#".repeat(full))
                        .append(".".repeat(BAR - full))
                        .append("] ");
            }
            line.append(String.format(Locale.ROOT, "%3.0f%% ", Math.floor(share * 100)));
        } else {
            line.append(Words.count(done)).append(' ');
        }
        if (!detail.isEmpty()) {
            line.append(detail).append(' ');
        }
        return line.append("(")
                .append(Words.duration(now - startedAt))
                .append(')')
                .toString();
    }
}
