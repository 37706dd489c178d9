package io.muster.rules.estimate;

import io.muster.rules.estimate.EstimateOptions.Noise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of the estimator, written down anew with matrices: what is believed of (place before, speed before, place now, speed now) is one normal
 * distribution, and a fix is a weighed sum of them with noise. Slow, and without care for tiny weights.
 */
final class EstimatorTwin {
    /** Of a normal distribution in the plane, 68.27 % lie within this, squared, times the variance of an axis: -2 ln (1 - 0.6827). */
    private static final double RADIUS = 2.295756;

    /** Density per square metre. */
    private static final double ELSEWHERE = 1e-10;

    private final EstimateOptions o;

    EstimatorTwin(EstimateOptions o) {
        this.o = o;
    }

    /** A place where the person may stand, how likely, and since when. */
    private record May(double weight, double since, Normal place) {}

    private record Ways(double stands, double stops, double returns, double strays, double astray) {}

    /** @return null = the person can hardly have come there: everything begins anew */
    @Nullable
    Track next(Track before, Seen fix) {
        List<Cell> cells = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < o.noises().size(); i++) {
            Cell cell = cell(o.noises().get(i), before.cells().get(i), before.last(), fix);
            cells.add(cell);
            weights.add(cell.weight());
        }
        double sum = weights.stream().mapToDouble(each -> each).sum();
        if (sum <= ELSEWHERE) {
            return null;
        }
        double seconds = seconds(before.last().get(0), fix);
        double forgets = seconds / (seconds + o.forgetSeconds());
        for (int i = 0; i < cells.size(); i++) {
            double to = (1 - forgets) * weights.get(i) / sum
                    + forgets * o.noises().get(i).share();
            cells.set(i, times(cells.get(i), to / weights.get(i)));
        }
        return track(before.standingSinceMillis(), cells, fix);
    }

    private Cell cell(Noise noise, Cell was, List<Seen> lasts, Seen fix) {
        Seen before = lasts.get(0);
        Seen last = lasts.stream()
                .filter(each -> each.tag().equals(fix.tag()))
                .findFirst()
                .orElse(null);
        double seconds = seconds(before, fix);
        double drift = Math.pow(o.driftMetresPerRootHour(), 2) * seconds / 3600;
        // Noise of the fix and of the last of its tag: how alike they are, and how much of the last is therefore taken
        // off.
        double now = variance(noise, fix);
        double then = last == null ? 0 : variance(noise, last);
        double alike = last == null || noise.seconds() == 0 ? 0 : Math.exp(-seconds(last, fix) / noise.seconds());
        double pull = last == null ? 0 : alike * Math.min(1, Math.sqrt(now / then));
        double fresh = now - pull * pull * then;
        double lastX = last == null ? 0 : last.x();
        double lastY = last == null ? 0 : last.y();
        double atX = fix.x() - pull * lastX;
        double atY = fix.y() - pull * lastY;
        double departs = part(seconds, o.standSeconds());
        double strays = (1 - departs) * part(seconds, o.astrayEverySeconds());
        double stops = part(seconds, o.walkSeconds());
        double returns = part(seconds, o.astraySeconds());
        double moves = (1 - returns) * part(seconds, o.movedSeconds());

        Stride walked = was.walks();
        May stand = merged(List.of(new May(
                was.stands().weight() * (1 - departs - strays), was.stands().sinceMillis(), of(was.stands()))));
        List<May> stoppers = new ArrayList<>();
        stoppers.add(new May(was.anew().weight() * (1 - departs), was.anew().sinceMillis(), of(was.anew())));
        stoppers.add(new May(
                walked.weight() * stops, before.eventMillis(), Normal.of(walked.x(), walked.y(), walked.variance())));
        if (last != null) {
            stoppers.add(new May(was.astray().weight() * moves, before.eventMillis(), Normal.of(lastX, lastY, then)));
        }
        May stop = merged(stoppers);
        May back = new May(was.astray().weight() * returns, was.astray().sinceMillis(), of(was.astray()));
        double[] seen = {1 - pull};
        double[] whole = {1};
        double[][] drifts = {{drift}};
        double[][] same = {{1}};
        Normal standAt = stand.place().mapped(same, drifts);
        Normal stopAt = stop.place().mapped(same, drifts);
        Normal backAt = back.place().mapped(same, drifts);

        double stray = o.astrayMetres() * o.astrayMetres();
        Normal far = last == null
                ? of(was.astray()).mapped(same, new double[][] {{stray}})
                : Normal.of(lastX, lastY, then - 2 * alike * Math.sqrt(now * then));
        Walking walking =
                walking(was, walked.weight() * (1 - stops), departs, fix, last, before, pull, fresh, atX, atY);
        Ways ways = new Ways(
                stand.weight() * standAt.density(seen, fresh, atX, atY),
                stop.weight() * stopAt.density(seen, fresh, atX, atY),
                back.weight() * backAt.density(whole, now, fix.x(), fix.y()),
                was.stands().weight() * strays * of(was.stands()).density(whole, stray + now, fix.x(), fix.y()),
                was.astray().weight() * (1 - returns - moves) * far.density(whole, now, fix.x(), fix.y()));

        May stands = merged(List.of(
                new May(ways.stands(), stand.since(), standAt.after(seen, fresh, atX, atY)),
                new May(ways.returns(), back.since(), backAt.after(whole, now, fix.x(), fix.y()))));
        May anew = new May(ways.stops(), stop.since(), stopAt.after(seen, fresh, atX, atY));
        May gone = merged(List.of(
                new May(ways.strays(), was.stands().sinceMillis(), of(was.stands())),
                new May(ways.astray(), was.astray().sinceMillis(), of(was.astray()))));
        Spot astray = spot(new May(
                ways.strays() + ways.astray(), gone.since(), gone.place().mapped(same, drifts)));
        boolean isHeavier = ways.stops() > ways.stands() + ways.returns();
        return new Cell(spot(isHeavier ? anew : stands), spot(isHeavier ? stands : anew), stride(walking), astray);
    }

    private record Walking(double weight, Normal after) {}

    private Walking walking(
            Cell was,
            double walksOn,
            double departs,
            Seen fix,
            @Nullable Seen last,
            Seen before,
            double pull,
            double fresh,
            double atX,
            double atY) {
        double speed = o.walkMetresPerSecond() * o.walkMetresPerSecond();
        List<Double> weights =
                List.of(walksOn, was.stands().weight() * departs, was.anew().weight() * departs);
        List<Normal> from = List.of(Normal.of(was.walks()), setsOut(was.stands(), speed), setsOut(was.anew(), speed));
        Normal start = Normal.merged(weights, from);
        double seconds = seconds(before, fix);
        double keep = Math.exp(-seconds / o.turnSeconds());
        double reach = o.turnSeconds() * (1 - keep);
        double way = way(seconds);
        double both = speed * o.turnSeconds() * (1 - keep) * (1 - keep);
        double left = speed * (1 - keep * keep);
        double weight = weights.stream().mapToDouble(each -> each).sum();
        boolean isAfterOthers = last != null && !last.equals(before);
        double[] seen;
        double noise;
        Normal all = start.mapped(
                new double[][] {{1, 0}, {0, 1}, {1, reach}, {0, keep}},
                new double[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, way, both}, {0, 0, both, left}});
        if (isAfterOthers && last != null) {
            double back = seconds(last, fix);
            double ago = o.turnSeconds() * (1 - Math.exp(-back / o.turnSeconds()));
            seen = new double[] {0, 0, 1 - pull, pull * ago};
            noise = pull * pull * way(back) + fresh;
        } else {
            seen = new double[] {-pull, 0, 1, 0};
            noise = fresh;
        }
        Normal now =
                all.after(seen, noise, atX, atY).mapped(new double[][] {{0, 0, 1, 0}, {0, 0, 0, 1}}, new double[2][2]);
        return new Walking(weight * all.density(seen, noise, atX, atY), now);
    }

    /** Variance on an axis of the way of somebody whose speed is drawn anew all the time, the speed at the beginning being known. */
    private double way(double seconds) {
        double t = o.turnSeconds();
        double keep = Math.exp(-seconds / t);
        double speed = o.walkMetresPerSecond() * o.walkMetresPerSecond();
        return speed * t * t * (2 * seconds / t - 3 + 4 * keep - keep * keep);
    }

    private static Normal setsOut(Spot spot, double speed) {
        return new Normal(
                new double[] {spot.x(), 0}, new double[] {spot.y(), 0}, new double[][] {{spot.variance(), 0}, {0, speed}
                });
    }

    private Track track(@Nullable Long sinceBefore, List<Cell> cells, Seen fix) {
        List<May> standing = new ArrayList<>();
        List<May> all = new ArrayList<>();
        for (Cell each : cells) {
            for (Spot spot : List.of(each.stands(), each.anew(), each.astray())) {
                standing.add(new May(spot.weight(), spot.sinceMillis(), of(spot)));
            }
            Stride walks = each.walks();
            all.add(new May(walks.weight(), 0, Normal.of(walks.x(), walks.y(), walks.variance())));
        }
        May stand = merged(standing);
        all.addAll(standing);
        May whole = merged(all);
        double share = stand.weight() / whole.weight();
        Long since = share < 0.5
                ? null
                : sinceBefore == null && share >= 0.7 ? Long.valueOf(Math.round(stand.since())) : sinceBefore;
        double radius = Math.sqrt(RADIUS * whole.place().cov(0, 0));
        return new Track(
                whole.place().x(0),
                whole.place().y(0),
                Math.max(radius, o.floorShare() * fix.accuracyMetres()),
                since,
                share,
                cells,
                List.of());
    }

    private double variance(Noise noise, Seen seen) {
        return noise.scale() * noise.scale() * seen.accuracyMetres() * seen.accuracyMetres() / RADIUS
                + o.shiftMetres() * o.shiftMetres();
    }

    private static double part(double seconds, double mean) {
        return seconds / (mean + seconds);
    }

    private static double seconds(Seen from, Seen to) {
        return Math.max(100, to.eventMillis() - from.eventMillis()) / 1000.0;
    }

    private static May merged(List<May> all) {
        List<May> some = all.stream().filter(each -> each.weight() > 0).toList();
        if (some.isEmpty()) {
            return new May(0, 0, Normal.of(0, 0, 0));
        }
        double sum = some.stream().mapToDouble(May::weight).sum();
        double since = some.stream()
                .mapToDouble(each -> each.weight() / sum * each.since())
                .sum();
        return new May(
                sum,
                since,
                Normal.merged(
                        some.stream().map(May::weight).toList(),
                        some.stream().map(May::place).toList()));
    }

    private static Normal of(Spot spot) {
        return Normal.of(spot.x(), spot.y(), spot.variance());
    }

    private static Spot spot(May may) {
        Normal at = may.place();
        return new Spot(may.weight(), at.x(0), at.y(0), at.cov(0, 0), may.since());
    }

    private static Stride stride(Walking walking) {
        Normal at = walking.after();
        return new Stride(
                walking.weight(), at.x(0), at.y(0), at.x(1), at.y(1), at.cov(0, 0), at.cov(0, 1), at.cov(1, 1));
    }

    private static Cell times(Cell cell, double factor) {
        Stride w = cell.walks();
        return new Cell(
                times(cell.stands(), factor),
                times(cell.anew(), factor),
                new Stride(
                        w.weight() * factor,
                        w.x(),
                        w.y(),
                        w.speedX(),
                        w.speedY(),
                        w.variance(),
                        w.covariance(),
                        w.speedVariance()),
                times(cell.astray(), factor));
    }

    private static Spot times(Spot spot, double factor) {
        return new Spot(spot.weight() * factor, spot.x(), spot.y(), spot.variance(), spot.sinceMillis());
    }
}
