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
        return Math.max(1, all / FEWER);
    }
}
