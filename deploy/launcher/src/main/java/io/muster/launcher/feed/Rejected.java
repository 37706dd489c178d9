package io.muster.launcher.feed;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What was rejected for one reason.
 *
 * @param reason wire word
 * @param count how many
 * @param where topic without the site, partition and offset of the sample
 * @param detail what the reader said of it, in one line
 * @param sample its first bytes as text, in one line
 */
public record Rejected(String reason, long count, String where, String detail, String sample) {
    private static final int SAMPLE_CHARS = 120;

    Rejected oneMore() {
        return new Rejected(reason, count + 1, where, detail, sample);
    }

    /** Not more than fits a line of a terminal, and nothing that would move its cursor. */
    static String sample(byte @Nullable [] value) {
        if (value == null) {
            return "(no value)";
        }
        int bytes = Math.min(value.length, SAMPLE_CHARS * 4);
        String text = new String(value, 0, bytes, StandardCharsets.UTF_8);
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(SAMPLE_CHARS)
                .forEach(point -> line.appendCodePoint(Character.isISOControl(point) || point == 0xfffd ? ' ' : point));
        boolean cut = text.codePoints().count() > SAMPLE_CHARS || bytes < value.length;
        return line.toString().strip() + (cut ? "…" : "");
    }
}
