package io.muster.console.measure;

/** What is promised of a kind of question, in seconds, and what the scoring table or AQ 3064.3 asks for. */
enum Promise {
    INTERACTIVE("interactive", "响应时间-1", 0.4, 1, 0.8, 1),
    SIMPLE_QUERY("simple query", "响应时间-2, PD-1, PF-2a", 1, Double.POSITIVE_INFINITY, 3, Double.POSITIVE_INFINITY),
    COMPLEX_QUERY("complex query", "响应时间-2, PF-6, PD-2", 3, Double.POSITIVE_INFINITY, 5, Double.POSITIVE_INFINITY),
    MAP_AREA("map area", "响应时间-2, PF-8a", 2, Double.POSITIVE_INFINITY, 10, Double.POSITIVE_INFINITY),
    ANALYSIS("online analysis", "响应时间-3, PF-3b, PF-5b", 0.5, 1.5, 1, 3),
    STATISTICS("statistics", "响应时间-4, PF-6", 2, 5, 3, 8),
    TRACK(
            "track of one person over 8 h",
            "PF-8b, AQ 3064.3 5.1.4",
            Double.POSITIVE_INFINITY,
            1,
            Double.POSITIVE_INFINITY,
            3);

    private final String title;
    private final String row;
    private final double average;
    private final double peak;
    private final double rowAverage;
    private final double rowPeak;

    Promise(String title, String row, double average, double peak, double rowAverage, double rowPeak) {
        this.title = title;
        this.row = row;
        this.average = average;
        this.peak = peak;
        this.rowAverage = rowAverage;
        this.rowPeak = rowPeak;
    }

    String title() {
        return title;
    }

    /** Which rows ask for it. */
    String row() {
        return row;
    }

    double average() {
        return average;
    }

    double peak() {
        return peak;
    }

    double rowAverage() {
        return rowAverage;
    }

    double rowPeak() {
        return rowPeak;
    }

    boolean keeps(double measuredAverage, double measuredPeak) {
        return measuredAverage <= average && measuredPeak <= peak;
    }

    boolean keepsRow(double measuredAverage, double measuredPeak) {
        return measuredAverage <= rowAverage && measuredPeak <= rowPeak;
    }
}
