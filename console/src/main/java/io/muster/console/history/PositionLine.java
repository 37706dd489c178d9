package io.muster.console.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A position as a line of a {@link PositionFile}: {@code "id",slot,after,x,y,floor,accuracy}, the slot in ms of the day, the time in ms after the slot. */
final class PositionLine {
    static final String HEAD = "id,slot_ms,after_ms,x,y,floor,accuracy\n";

    /** The id between quotes, its own quotes doubled, as CSV has it. */
    static String quoted(String id) {
        return '"' + id.replace("\"", "\"\"") + '"';
    }

    static void write(Position position, String quotedId, long dayMillis, StringBuilder to) {
        to.append(quotedId)
                .append(',')
                .append(position.slot() - dayMillis)
                .append(',')
                .append(position.millis() - position.slot())
                .append(',');
        number(position.x(), to);
        to.append(',');
        number(position.y(), to);
        to.append(',');
        number(position.floor(), to);
        to.append(',');
        number(position.accuracy(), to);
        to.append('\n');
    }

    /** @throws IllegalArgumentException where it is no line of this person */
    static Position read(String line, String id, String quotedId, long dayMillis) {
        if (!line.startsWith(quotedId) || line.length() <= quotedId.length()) {
            throw new IllegalArgumentException("a line of somebody else: " + line);
        }
        String[] cells = line.substring(quotedId.length() + 1).split(",", -1);
        if (cells.length != 6) {
            throw new IllegalArgumentException("6 numbers were expected behind the id: " + line);
        }
        long slot = dayMillis + Long.parseLong(cells[0]);
        return new Position(
                id,
                slot,
                slot + Long.parseLong(cells[1]),
                Float.parseFloat(cells[2]),
                Float.parseFloat(cells[3]),
                cells[4].isEmpty() ? null : Float.valueOf(cells[4]),
                cells[5].isEmpty() ? null : Float.valueOf(cells[5]));
    }

    /** To the millimetre, as the job tells them; nothing where it is not known. */
    private static void number(@Nullable Float value, StringBuilder to) {
        if (value == null) {
            return;
        }
        float number = value;
        double millimetres = number * 1000.0;
        if (!(Math.abs(millimetres) < 1e15)) {
            to.append(number);
            return;
        }
        long rounded = Math.round(millimetres);
        if (rounded % 1000 == 0) {
            to.append(rounded / 1000);
        } else {
            to.append(BigDecimal.valueOf(rounded, 3)
                    .setScale(3, RoundingMode.UNNECESSARY)
                    .stripTrailingZeros()
                    .toPlainString());
        }
    }

    private PositionLine() {}
}
