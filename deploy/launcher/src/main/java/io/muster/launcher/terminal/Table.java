package io.muster.launcher.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in plain text: a header, a rule, rows; columns as wide as their widest cell. Columns of numbers are aligned at their right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<Boolean> rightAligned;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> header, List<Boolean> rightAligned) {
        this.header = header;
        this.rightAligned = rightAligned;
    }

    /** Columns by their titles; one that begins with {@code >} holds numbers, aligned at the right. */
    public static Table of(String... titles) {
        List<String> header = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (String title : titles) {
            boolean numbers = title.startsWith(">");
            header.add(numbers ? title.substring(1) : title);
            right.add(numbers);
        }
        return new Table(header, right);
    }

    /** Adds a row; cells that are missing at its end are empty. */
    public Table row(Object... cells) {
        if (cells.length > header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
        }
        List<String> row = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            row.add(i < cells.length ? String.valueOf(cells[i]) : "");
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines of the table, without blanks at their ends. */
    public List<String> lines() {
        int[] widths = new int[header.size()];
        widen(widths, header);
        rows.forEach(row -> widen(widths, row));
        List<String> lines = new ArrayList<>();
        lines.add(line(header, widths));
        lines.add(rule(widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    @Override
    public String toString() {
        return lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Columns.of(cells.get(i)));
        }
    }

    private static String rule(int[] widths) {
        List<String> parts = new ArrayList<>();
        for (int width : widths) {
            parts.add("-".repeat(width));
        }
        return String.join(GAP, parts);
    }

    private String line(List<String> cells, int[] widths) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            parts.add(
                    rightAligned.get(i)
                            ? Columns.padLeft(cells.get(i), widths[i])
                            : Columns.padRight(cells.get(i), widths[i]));
        }
        return String.join(GAP, parts).stripTrailing();
    }
}
