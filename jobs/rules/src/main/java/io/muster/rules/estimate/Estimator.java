package io.muster.rules.estimate;

import io.muster.rules.estimate.EstimateOptions.Noise;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fixes of one person to an estimate, one after the other. */
public final class Estimator implements Serializable {
    private static final long serialVersionUID = 1;

    /** As many tags as a person is taken to wear. */
    private static final int TAGS = 3;
    /** Density, per square metre, below which no way to explain a fix is believed: as likely as to be anywhere, once in a million fixes. */
    private static final double ELSEWHERE = 1e-10;

    private static final double SURE = 0.7;
    private static final double UNSURE = 0.5;

    private final EstimateOptions options;

    public Estimator(EstimateOptions options) {
        this.options = options;
    }

    /** The first fix, or one after which nothing is known of where the person was. What is known of the noise stays. */
    public Track start(@Nullable Track before, Seen fix) {
        List<Cell> cells = new ArrayList<>();
        double speed = options.walkMetresPerSecond() * options.walkMetresPerSecond();
        double shift = options.shiftMetres() * options.shiftMetres();
        for (int i = 0; i < options.noises().size(); i++) {
            Noise noise = options.noises().get(i);
            double weight =
                    before == null ? noise.share() : before.cells().get(i).weight();
            double variance = Move.variance(fix) * noise.scale() * noise.scale() + shift;
            Spot here = new Spot(weight / 2, fix.x(), fix.y(), variance, fix.eventMillis());
            Spot nowhere = new Spot(0, fix.x(), fix.y(), variance, fix.eventMillis());
            cells.add(new Cell(
                    here, nowhere, new Stride(weight / 2, fix.x(), fix.y(), 0, 0, variance, 0, speed), nowhere));
        }
        return summed(null, cells, List.of(fix), fix);
    }

    /** @param fix not before the last one */
    public Track next(Track before, Seen fix) {
        Move move = new Move(options, fix, before.last());
        List<Noise> noises = options.noises();
        Weighing[] all = new Weighing[noises.size()];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < all.length; i++) {
            all[i] = new Weighing(options, noises.get(i), before.cells().get(i), move);
            least = Math.min(least, all[i].leastMiss());
        }
        double[] weights = new double[all.length];
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            weights[i] = all[i].weigh(least);
            sum += weights[i];
        }
        if (!(sum * StrictMath.exp(-least) > ELSEWHERE)) {
            return start(before, fix);
        }
        double forgets = move.seconds / (move.seconds + options.forgetSeconds());
        int best = heaviest(weights);
        List<Cell> cells = new ArrayList<>(all.length);
        for (int i = 0; i < all.length; i++) {
            double weight =
                    (1 - forgets) * weights[i] / sum + forgets * noises.get(i).share();
            // A cell whose weight was too small for a double goes on from what the best one believes.
            int from = weights[i] > 0 ? i : best;
            cells.add(all[from].after(weight / weights[from]));
        }
        return summed(before, cells, newest(before.last(), fix), fix);
    }

    private static int heaviest(double[] weights) {
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
            best = weights[i] > weights[best] ? i : best;
        }
        return best;
    }

    private static List<Seen> newest(List<Seen> before, Seen fix) {
        if (before.size() == 1 && before.get(0).tag().equals(fix.tag())) {
            return List.of(fix);
        }
        List<Seen> last = new ArrayList<>(TAGS);
        last.add(fix);
        for (Seen each : before) {
            if (last.size() < TAGS && !each.tag().equals(fix.tag())) {
                last.add(each);
            }
        }
        return List.copyOf(last);
    }

    private Track summed(@Nullable Track before, List<Cell> cells, List<Seen> last, Seen fix) {
        Place all = new Place();
        Place stand = new Place();
        for (Cell cell : cells) {
            stand.put(cell.stands().weight(), cell.stands());
            stand.put(cell.anew().weight(), cell.anew());
            stand.put(cell.astray().weight(), cell.astray());
            Stride walks = cell.walks();
            all.put(walks.weight(), walks.x(), walks.y(), walks.variance(), 0);
        }
        double standing = stand.weight / (stand.weight + all.weight);
        all.put(stand.weight, stand.x, stand.y, stand.variance, 0);
        double radius = Math.sqrt(Move.RADIUS_PER_SIGMA_SQUARED * all.variance);
        Long since = before == null ? null : before.standingSinceMillis();
        if (standing < UNSURE) {
            since = null;
        } else if (since == null && standing >= SURE) {
            since = Math.round(stand.sinceMillis);
        }
        return new Track(
                all.x,
                all.y,
                Math.max(radius, options.floorShare() * fix.accuracyMetres()),
                since,
                standing,
                List.copyOf(cells),
                last);
    }
}
