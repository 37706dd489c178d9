package io.muster.launcher.terminal;

/** How many columns of a terminal a text takes: Chinese, Japanese and Korean characters and full-width forms take two, colours none. */
public final class Columns {
    private Columns() {}

    /** The columns that {@code text} takes; escape sequences of colours count nothing. */
    public static int of(String text) {
        int columns = 0;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (point == '\u001b') {
                i = endOfEscape(text, i);
                continue;
            }
            columns += ofCodePoint(point);
            i += Character.charCount(point);
        }
        return columns;
    }

    /** {@code text} followed by blanks up to {@code columns}. */
    public static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** {@code text} preceded by blanks up to {@code columns}. */
    public static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    private static int endOfEscape(String text, int start) {
        int i = start + 1;
        if (i < text.length() && text.charAt(i) == '[') {
            i++;
            while (i < text.length() && (text.charAt(i) < '@' || text.charAt(i) > '~')) {
                i++;
            }
        }
        return Math.min(text.length(), i + 1);
    }

    private static int ofCodePoint(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.CONTROL
                || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** The wide blocks of Unicode's East Asian Width, as terminals draw them. */
    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115f // Hangul Jamo
                        || between(point, 0x2e80, 0x303e) // radicals, CJK punctuation
                        || between(point, 0x3041, 0xa4cf) // kana, CJK ideographs, Yi
                        || between(point, 0xa960, 0xa97f)
                        || between(point, 0xac00, 0xd7a3) // Hangul
                        || between(point, 0xf900, 0xfaff) // compatibility ideographs
                        || between(point, 0xfe30, 0xfe6f)
                        || between(point, 0xff00, 0xff60) // full-width forms
                        || between(point, 0xffe0, 0xffe6)
                        || between(point, 0x1f300, 0x1f64f)
                        || between(point, 0x1f900, 0x1f9ff)
                        || between(point, 0x20000, 0x3fffd));
    }

    private static boolean between(int point, int low, int high) {
        return point >= low && point <= high;
    }
}
