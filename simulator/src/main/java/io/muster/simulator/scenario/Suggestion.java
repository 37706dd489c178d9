package io.muster.simulator.scenario;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The word that was meant, where one is near. */
final class Suggestion {
    private static final int LONGEST = 64;

    private Suggestion() {}

    /** {@code ; did you mean 'unit-09'?}, or nothing where no word is near. */
    static String of(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    private static @Nullable String nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return null;
        }
        String nearest = null;
        int least = Math.max(2, word.length() / 3) + 1;
        for (String each : known.stream().sorted().toList()) {
            int steps = steps(word, each);
            if (steps < least) {
                least = steps;
                nearest = each;
            }
        }
        return nearest;
    }

    /** How many letters have to be put in, taken out, changed or swapped with the next one. */
    private static int steps(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int best = Math.min(least[i - 1][j - 1] + change, Math.min(least[i - 1][j] + 1, least[i][j - 1] + 1));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    best = Math.min(best, least[i - 2][j - 2] + 1);
                }
                least[i][j] = best;
            }
        }
        return least[from.length()][to.length()];
    }
}
