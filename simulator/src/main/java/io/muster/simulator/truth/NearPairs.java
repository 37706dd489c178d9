package io.muster.simulator.truth;

import java.util.Arrays;
import java.util.List;

/**
 * When two people are near each other, to the millisecond, for everybody in one slice of time: pieces of ways that share a cell of a grid are tried, and two even,
 * straight ways are nearer than a distance between the two roots of a quadratic.
 */
final class NearPairs {
    /** Longest slice, milliseconds: what a change has room for. */
    static final long LONGEST = 131_071;

    /** Most people: what a change has room for. */
    static final int MOST_PEOPLE = 131_072;

    static final int POSSIBLE = 0;
    static final int NOMINAL = 1;
    static final int SURE = 2;

    /** AQ 3064.3 3.5: within 15 m. */
    private static final double RADIUS = 15;

    private final double uwbMargin;
    private final double bleMargin;
    private final double cellMetres;

    private long start;
    private long end;
    private long[] changes = new long[1024];
    private int size;
    private int[] lowX = new int[0];
    private int[] lowY = new int[0];

    NearPairs(Margins margins) {
        this.uwbMargin = margins.uwbPair();
        this.bleMargin = margins.blePair();
        this.cellMetres = RADIUS + Math.max(uwbMargin, bleMargin);
    }

    /**
     * The changes of a slice in the order of time, each as {@link #millis}, {@link #begins}, {@link #level}, {@link #first} and {@link #second} tell. Those that
     * are near at its end have no change there: the next slice begins with nobody near.
     */
    long[] changes(List<Exposure> exposures, long from, long until) {
        start = from;
        end = until;
        size = 0;
        long[] entries = entries(exposures);
        for (int begin = 0; begin < entries.length; ) {
            long cell = entries[begin] >>> 24;
            int next = begin + 1;
            while (next < entries.length && entries[next] >>> 24 == cell) {
                next++;
            }
            withinCell(exposures, entries, begin, next, cell);
            begin = next;
        }
        long[] sorted = Arrays.copyOf(changes, size);
        Arrays.sort(sorted);
        return sorted;
    }

    static long millis(long change) {
        return change >>> 37;
    }

    /** False: they part. At one moment those who part come first. */
    static boolean begins(long change) {
        return (change >>> 36 & 1) == 1;
    }

    static int level(long change) {
        return (int) (change >>> 34 & 3);
    }

    static int first(long change) {
        return (int) (change >>> 17 & 0x1FFFF);
    }

    static int second(long change) {
        return (int) (change & 0x1FFFF);
    }

    /** Every (cell, piece), a piece being in all cells that its box with half a cell around it touches. */
    private long[] entries(List<Exposure> exposures) {
        long[] entries = new long[exposures.size() * 4];
        int count = 0;
        lowX = new int[exposures.size()];
        lowY = new int[exposures.size()];
        for (int i = 0; i < exposures.size(); i++) {
            Piece piece = exposures.get(i).piece();
            double x = piece.xAt(piece.until());
            double y = piece.yAt(piece.until());
            lowX[i] = cell(Math.min(x, piece.x()) - cellMetres / 2);
            lowY[i] = cell(Math.min(y, piece.y()) - cellMetres / 2);
            int highX = cell(Math.max(x, piece.x()) + cellMetres / 2);
            int highY = cell(Math.max(y, piece.y()) + cellMetres / 2);
            for (int cellX = lowX[i]; cellX <= highX; cellX++) {
                for (int cellY = lowY[i]; cellY <= highY; cellY++) {
                    if (count == entries.length) {
                        entries = Arrays.copyOf(entries, count * 2);
                    }
                    entries[count++] = key(piece.floor(), cellX, cellY) << 24 | i;
                }
            }
        }
        long[] sorted = Arrays.copyOf(entries, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private int cell(double metres) {
        return (int) Math.floor(metres / cellMetres);
    }

    /** 39 bits; floors and cells far apart may share one, which costs a try and nothing else. */
    private static long key(int floor, int cellX, int cellY) {
        return (floor & 0x7FL) << 32 | (cellX & 0xFFFFL) << 16 | (cellY & 0xFFFFL);
    }

    private void withinCell(List<Exposure> exposures, long[] entries, int begin, int end, long cell) {
        for (int i = begin; i < end; i++) {
            int a = (int) (entries[i] & 0xFFFFFF);
            Exposure one = exposures.get(a);
            for (int j = i + 1; j < end; j++) {
                int b = (int) (entries[j] & 0xFFFFFF);
                Exposure other = exposures.get(b);
                Piece p = one.piece();
                Piece q = other.piece();
                if (one.person() == other.person()
                        || p.from() >= q.until()
                        || q.from() >= p.until()
                        || p.floor() != q.floor()) {
                    continue;
                }
                // Two pieces that share several cells are tried in the lowest of them only.
                if (key(p.floor(), Math.max(lowX[a], lowX[b]), Math.max(lowY[a], lowY[b])) == cell) {
                    meet(one, other);
                }
            }
        }
    }

    private void meet(Exposure one, Exposure other) {
        double margin = one.hasUwb() && other.hasUwb() ? uwbMargin : bleMargin;
        near(one, other, RADIUS + margin, POSSIBLE);
        if (one.isWatched() && other.isWatched()) {
            near(one, other, RADIUS, NOMINAL);
        }
        if (one.isClear() && other.isClear() && margin < RADIUS) {
            near(one, other, RADIUS - margin, SURE);
        }
    }

    private void near(Exposure one, Exposure other, double metres, int level) {
        Piece p = one.piece();
        Piece q = other.piece();
        long from = Math.max(p.from(), q.from());
        long until = Math.min(p.until(), q.until());
        double x = p.xAt(from) - q.xAt(from);
        double y = p.yAt(from) - q.yAt(from);
        double vx = p.vx() - q.vx();
        double vy = p.vy() - q.vy();
        double a = vx * vx + vy * vy;
        double c = x * x + y * y - metres * metres;
        if (a == 0) {
            if (c <= 0) {
                add(one, other, level, from, until);
            }
            return;
        }
        double half = x * vx + y * vy;
        double root = half * half - a * c;
        if (root < 0) {
            return;
        }
        double width = Math.sqrt(root);
        double begin = Math.max(0, (-half - width) / a);
        double finish = Math.min((double) (until - from), (-half + width) / a);
        if (begin <= finish) {
            add(
                    one,
                    other,
                    level,
                    from + (long) Math.ceil(begin),
                    Math.min(until, from + (long) Math.floor(finish) + 1));
        }
    }

    private void add(Exposure one, Exposure other, int level, long from, long until) {
        if (from >= until) {
            return;
        }
        if (size + 2 > changes.length) {
            changes = Arrays.copyOf(changes, changes.length * 2);
        }
        int low = Math.min(one.person(), other.person());
        int high = Math.max(one.person(), other.person());
        long what = (long) level << 34 | (long) low << 17 | high;
        changes[size++] = ((from - start) << 37) | (1L << 36) | what;
        if (until < end) {
            changes[size++] = ((until - start) << 37) | what;
        }
    }
}
