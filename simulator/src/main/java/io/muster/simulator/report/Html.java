package io.muster.simulator.report;

/** Text of a page. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Markup as it stands: never with anything in it that came from a file. */
    Html raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    Html heading(int level, String zh, String en) {
        return raw("<h" + level + "><span lang=\"zh\">" + escape(zh) + "</span> " + escape(en) + "</h" + level + ">");
    }

    Html paragraph(String words) {
        return raw("<p>" + escape(words) + "</p>");
    }

    Html note(String words) {
        return raw("<p class=\"note\">" + escape(words) + "</p>");
    }

    /** Columns by their titles; one that begins with {@code >} holds numbers. */
    Html openTable(String... titles) {
        text.append("<table><thead><tr>");
        for (String title : titles) {
            boolean number = title.startsWith(">");
            text.append(number ? "<th class=\"n\">" : "<th>")
                    .append(escape(number ? title.substring(1) : title))
                    .append("</th>");
        }
        text.append("</tr></thead><tbody>\n");
        return this;
    }

    /** Cells that begin with {@code >} are numbers; with {@code =} are not broken into lines; {@code !} before all marks the cell as bad, {@code +} as good. */
    Html row(String... cells) {
        text.append("<tr>");
        for (String cell : cells) {
            String style = "";
            String words = cell;
            if (words.startsWith("!") || words.startsWith("+")) {
                style = words.charAt(0) == '!' ? "bad" : "good";
                words = words.substring(1);
            }
            if (words.startsWith("=")) {
                style = (style + " t").strip();
                words = words.substring(1);
            } else if (words.startsWith(">")) {
                style = (style + " n").strip();
                words = words.substring(1);
            }
            text.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">")
                    .append(escape(words))
                    .append("</td>");
        }
        text.append("</tr>\n");
        return this;
    }

    Html closeTable() {
        return raw("</tbody></table>");
    }

    /** Safe as text and inside double quotes. Control characters, which no page may hold, become spaces. */
    static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(point) ? point : ' ');
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int point) {
        boolean control = point < 0x20 || (point >= 0x7f && point < 0xa0);
        boolean surrogate = point >= 0xd800 && point < 0xe000;
        return !control && !surrogate && (point & 0xfffe) != 0xfffe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
