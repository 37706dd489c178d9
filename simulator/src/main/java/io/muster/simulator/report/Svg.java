package io.muster.simulator.report;

import java.util.Locale;

/** One drawing. Lengths are pixels of the page; the drawing shrinks with it. */
final class Svg {
    static final String TRUTH = "#5b6770";
    static final String JOB = "#1f6fb2";
    static final String GATES = "#d98a00";
    static final String GOOD = "#2e7d32";
    static final String BAD = "#c62828";
    static final String QUIET = "#b8c0c6";
    static final String INK = "#1c2328";
    static final String GRID = "#e3e7ea";

    private final double width;
    private final double height;
    private final String title;
    private final StringBuilder body = new StringBuilder();

    /** @param title what a screen reader says instead of the drawing */
    Svg(double width, double height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        body.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
                x1, y1, x2, y2, colour, thickness));
        return this;
    }

    Svg dashed(double x1, double y1, double x2, double y2, String colour) {
        body.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"/>%n",
                x1, y1, x2, y2, colour));
        return this;
    }

    /** @param hint shown where a pointer rests on it */
    Svg bar(double x, double y, double barWidth, double barHeight, String colour, String hint) {
        body.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\" fill=\"%s\"><title>%s</title></rect>%n",
                x, y, Math.max(1.5, barWidth), barHeight, colour, Html.escape(hint)));
        return this;
    }

    Svg dot(double x, double y, double radius, String colour, String hint) {
        body.append(format(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"0.75\"><title>%s</title></circle>%n",
                x, y, radius, colour, Html.escape(hint)));
        return this;
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg text(double x, double y, String anchor, String colour, String words) {
        body.append(format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x, y, anchor, colour, Html.escape(words)));
        return this;
    }

    /** A line through {@code x, y, x, y, …}. */
    Svg path(double[] points, int count, String colour, double thickness) {
        if (count < 2) {
            return this;
        }
        StringBuilder d = new StringBuilder(count * 6);
        for (int i = 0; i + 1 < count; i += 2) {
            d.append(i == 0 ? 'M' : 'L').append(format("%.1f %.1f", points[i], points[i + 1]));
        }
        body.append(format(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linejoin=\"round\"/>%n",
                d, colour, thickness));
        return this;
    }

    @Override
    public String toString() {
        return format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">%n%s</svg>",
                width, height, Html.escape(title), body);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
    }
}
