package io.muster.rules;

/** How many random histories a property is tried on. */
public final class Seeds {
    private static final int FEWER = Integer.getInteger("muster.test.fewer", 1);

    private Seeds() {}

    /**
     * The last seed, counted from 1. The profile {@code mutation} asks for fewer, since it runs each test hundreds of times; every seed that is left
     * gives the same history there.
     */
    public static long upTo(int all) {
        return upTo(all, 1);
    }

    /** @param least how many histories it takes until everything that the test wants to have met has happened */
    public static long upTo(int all, int least) {
        return Math.max(least, all / FEWER);
    }
}
