package io.muster.simulator.truth;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cuts somebody's way where it matters for gatherings: at the walls of exempt places, and where the radio is in doubt. */
final class Exposures {
    private Exposures() {}

    /**
     * Adds what is left of a way.
     *
     * @param exempt when the person was in each exempt place that they ever came near
     * @param doubts of the radio
     */
    static void add(
            int person, boolean hasUwb, List<Piece> pieces, List<Levels> exempt, Spans doubts, List<Exposure> out) {
        for (Piece piece : pieces) {
            TreeSet<Long> cuts = new TreeSet<>();
            addCuts(piece, doubts, cuts);
            for (Levels levels : exempt) {
                addCuts(piece, levels.possible(), cuts);
                addCuts(piece, levels.nominal(), cuts);
                addCuts(piece, levels.sure(), cuts);
            }
            cuts.add(piece.until());
            long from = piece.from();
            for (long cut : cuts) {
                addPart(person, hasUwb, piece.clip(from, cut), exempt, doubts, out);
                from = cut;
            }
        }
    }

    private static void addPart(
            int person, boolean hasUwb, Piece part, List<Levels> exempt, Spans doubts, List<Exposure> out) {
        boolean isWatched = true;
        boolean isClear = hasUwb && !doubts.covers(part.from());
        for (Levels levels : exempt) {
            if (levels.sure().covers(part.from())) {
                return;
            }
            isWatched &= !levels.nominal().covers(part.from());
            isClear &= !levels.possible().covers(part.from());
        }
        out.add(new Exposure(person, part, isWatched, isClear, hasUwb));
    }

    private static void addCuts(Piece piece, Spans spans, Set<Long> cuts) {
        for (int i = spans.firstEndingAfter(piece.from()); i < spans.size() && spans.from(i) < piece.until(); i++) {
            if (spans.from(i) > piece.from()) {
                cuts.add(spans.from(i));
            }
            if (spans.until(i) < piece.until()) {
                cuts.add(spans.until(i));
            }
        }
    }
}
