package io.muster.simulator.annex;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;

/** One seed of one question: a layout, and what the radio makes of it. */
final class AnnexSite {
    private final Layout layout;
    private final List<AnnexFix> fixes;

    /** @param number of the seed, from 0 */
    AnnexSite(Question question, AnnexOptions options, int number) {
        long seed = options.seed() + number;
        this.layout = Layouts.of(question, seed);
        this.fixes = fixes(layout, options, seed);
    }

    Layout layout() {
        return layout;
    }

    /** In the order of their time. */
    List<AnnexFix> fixes() {
        return fixes;
    }

    private static List<AnnexFix> fixes(Layout layout, AnnexOptions options, long seed) {
        List<AnnexFix> fixes = new ArrayList<>();
        double sigma = options.sigmaMetres();
        double keep = options.correlation();
        double fresh = Math.sqrt(1 - keep * keep);
        for (int tag = 0; tag < layout.ways().size(); tag++) {
            Draw draw = Draw.of(seed, "annex noise " + layout.question(), tag);
            double x = draw.gaussian();
            double y = draw.gaussian();
            for (long at = draw.between(0L, AnnexOptions.PERIOD_MILLIS - 1);
                    at <= layout.durationMillis();
                    at += AnnexOptions.PERIOD_MILLIS) {
                Place truly = layout.ways().get(tag).at(at);
                fixes.add(new AnnexFix(tag, at, Place.ground(truly.x() + sigma * x, truly.y() + sigma * y)));
                x = keep * x + fresh * draw.gaussian();
                y = keep * y + fresh * draw.gaussian();
            }
        }
        fixes.sort(java.util.Comparator.comparingLong(AnnexFix::millis).thenComparingInt(AnnexFix::tag));
        return List.copyOf(fixes);
    }
}
