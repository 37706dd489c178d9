package io.muster.rules.estimate;

import io.muster.rules.estimate.EstimateOptions.Noise;

/** One cell through one fix: each way to explain the fix is moved on from what was believed before, and held against it. Lives within one call. */
final class Weighing {
    private final Cell before;
    private final Move move;

    private final Place stand = new Place();
    private final Way stands = new Way();
    private final Place stop = new Place();
    private final Way stops = new Way();
    private final Place back = new Place();
    private final Way returns = new Way();
    private final Walk walk;
    private final Way strays = new Way();
    private final Way isAstray = new Way();

    Weighing(EstimateOptions o, Noise noise, Cell before, Move move) {
        this.before = before;
        this.move = move;
        Ear ear = new Ear(o, noise, move);
        double stays = 1 - move.departs - move.strays;
        stand.put(before.stands().weight() * stays, before.stands());
        see(stand, stands, ear.x, ear.y, ear.pull, ear.fresh);
        Stride walks = before.walks();
        stop.put(before.anew().weight() * (1 - move.departs), before.anew());
        stop.put(walks.weight() * move.stops, walks.x(), walks.y(), walks.variance(), move.beforeMillis);
        if (move.last != null) {
            stop.put(before.astray().weight() * move.moved, move.lastX, move.lastY, ear.lastAll, move.beforeMillis);
        }
        see(stop, stops, ear.x, ear.y, ear.pull, ear.fresh);
        back.put(before.astray().weight() * move.returns, before.astray());
        see(back, returns, move.now.x(), move.now.y(), 0, ear.all);

        Place from = new Place();
        from.put(before.stands().weight() * move.departs, before.stands());
        from.put(before.anew().weight() * move.departs, before.anew());
        walk = new Walk(o, walks, walks.weight() * (1 - move.stops), from);
        if (move.afterOthers) {
            walk.seeAfterOthers(move, ear);
        } else {
            walk.see(move, ear);
        }
        astray(o, ear);
    }

    private void see(Place place, Way way, double x, double y, double pull, double noise) {
        place.variance += move.driftVariance;
        double h = 1 - pull;
        double missX = x - h * place.x;
        double missY = y - h * place.y;
        double spread = h * h * place.variance + noise;
        way.see(place.weight, missX, missY, spread);
        double gain = h * place.variance / spread;
        place.x += gain * missX;
        place.y += gain * missY;
        place.variance *= 1 - gain * h;
    }

    private void astray(EstimateOptions o, Ear ear) {
        double stray = o.astrayMetres() * o.astrayMetres();
        Spot stood = before.stands();
        Seen now = move.now;
        strays.see(
                stood.weight() * move.strays,
                now.x() - stood.x(),
                now.y() - stood.y(),
                stray + ear.all + stood.variance());
        Spot gone = before.astray();
        double stays = gone.weight() * (1 - move.returns - move.moved);
        if (move.last == null) {
            isAstray.see(stays, now.x() - gone.x(), now.y() - gone.y(), stray + ear.all + gone.variance());
        } else {
            double spread = ear.all + ear.lastAll - 2 * ear.alike * Math.sqrt(ear.all * ear.lastAll);
            isAstray.see(stays, now.x() - move.lastX, now.y() - move.lastY, spread);
        }
    }

    double leastMiss() {
        return Math.min(
                Math.min(Math.min(stands.miss(), stops.miss()), walk.way.miss()),
                Math.min(returns.miss(), Math.min(strays.miss(), isAstray.miss())));
    }

    /** @return the weight of this cell, after the fix, times e^least */
    double weigh(double least) {
        stands.weigh(least);
        stops.weigh(least);
        returns.weigh(least);
        walk.way.weigh(least);
        strays.weigh(least);
        isAstray.weigh(least);
        return stands.weight + stops.weight + returns.weight + walk.way.weight + strays.weight + isAstray.weight;
    }

    /** @param factor brings the weights to those of the next cell */
    Cell after(double factor) {
        stand.weight = stands.weight;
        stop.weight = stops.weight;
        stand.put(returns.weight, back.x, back.y, back.variance, back.sinceMillis);
        Place gone = new Place();
        gone.put(strays.weight, before.stands());
        gone.put(isAstray.weight, before.astray());
        gone.variance += move.driftVariance;
        boolean heavier = stop.weight > stand.weight;
        return new Cell(
                (heavier ? stop : stand).times(factor),
                (heavier ? stand : stop).times(factor),
                walk.times(factor),
                gone.times(factor));
    }
}
