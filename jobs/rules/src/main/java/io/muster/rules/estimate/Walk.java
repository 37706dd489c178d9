package io.muster.rules.estimate;

/** The walk through one fix. */
final class Walk {
    final Way way = new Way();
    private double x;
    private double y;
    private double speedX;
    private double speedY;
    private double variance;
    private double covariance;
    private double speedVariance;

    /** Those who walk on, and those who set out from here. */
    Walk(EstimateOptions o, Stride before, double walked, Place from) {
        double went = from.weight;
        way.weight = walked + went;
        double share = way.weight > 0 ? went / way.weight : 0;
        double rest = 1 - share;
        double dx = from.x - before.x();
        double dy = from.y - before.y();
        double speed = o.walkMetresPerSecond() * o.walkMetresPerSecond();
        double spread = share * rest / 2;
        double vX = before.speedX();
        double vY = before.speedY();
        x = before.x() + share * dx;
        y = before.y() + share * dy;
        speedX = vX * rest;
        speedY = vY * rest;
        variance = before.variance() * rest + from.variance * share + spread * (dx * dx + dy * dy);
        covariance = before.covariance() * rest - spread * (dx * vX + dy * vY);
        speedVariance = before.speedVariance() * rest + speed * share + spread * (vX * vX + vY * vY);
    }

    /** The fix less the noise that it has in common with the fix just before: place now - pull * place then + fresh noise. */
    void see(Move move, Ear ear) {
        double reach = move.reach;
        double keep = move.keep;
        double pull = ear.pull;
        double h = 1 - pull;
        // Of the way since then, the part that the speed then foretells; the rest is wayVariance.
        double missX = ear.x - h * x - reach * speedX;
        double missY = ear.y - h * y - reach * speedY;
        double ofPlace = h * variance + reach * covariance;
        double ofSpeed = h * covariance + reach * speedVariance;
        double all = h * ofPlace + reach * ofSpeed + move.wayVariance + ear.fresh;
        way.see(way.weight, missX, missY, all);
        double gain = (ofPlace + reach * ofSpeed + move.wayVariance) / all;
        double speedGain = (keep * ofSpeed + move.wayCovariance) / all;
        advance(move);
        correct(missX, missY, gain, speedGain, all);
    }

    /** As before, but the last fix of this tag is not the one just before: the way since then is reckoned back from the speed now. */
    void seeAfterOthers(Move move, Ear ear) {
        advance(move);
        double h = 1 - ear.pull;
        double back = ear.pull * move.reachBack;
        double missX = ear.x - h * x - back * speedX;
        double missY = ear.y - h * y - back * speedY;
        double ofPlace = h * variance + back * covariance;
        double ofSpeed = h * covariance + back * speedVariance;
        double all = h * ofPlace + back * ofSpeed + ear.pull * ear.pull * move.backVariance + ear.fresh;
        way.see(way.weight, missX, missY, all);
        correct(missX, missY, ofPlace / all, ofSpeed / all, all);
    }

    private void advance(Move move) {
        double reach = move.reach;
        double keep = move.keep;
        x += reach * speedX;
        y += reach * speedY;
        speedX *= keep;
        speedY *= keep;
        variance += 2 * reach * covariance + reach * reach * speedVariance + move.wayVariance;
        covariance = keep * (covariance + reach * speedVariance) + move.wayCovariance;
        speedVariance = keep * keep * speedVariance + move.speedVariance;
    }

    private void correct(double missX, double missY, double gain, double speedGain, double all) {
        x += gain * missX;
        y += gain * missY;
        speedX += speedGain * missX;
        speedY += speedGain * missY;
        variance -= gain * gain * all;
        covariance -= gain * speedGain * all;
        speedVariance -= speedGain * speedGain * all;
    }

    Stride times(double factor) {
        return new Stride(way.weight * factor, x, y, speedX, speedY, variance, covariance, speedVariance);
    }
}
