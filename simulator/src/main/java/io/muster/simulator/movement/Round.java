package io.muster.simulator.movement;

/** A day that repeats: work, walk a round along the paths, come back, work again. The timeline must end where it begins. */
public final class Round implements Motion {
    private final Timeline timeline;
    private final Sway sway;
    private final long phaseMillis;
    private final long periodMillis;

    /** @param phaseMillis where in the round the person is at time 0 */
    public Round(Timeline timeline, Sway sway, long phaseMillis) {
        this.timeline = timeline;
        this.sway = sway;
        this.phaseMillis = phaseMillis;
        this.periodMillis = timeline.endMillis() - timeline.startMillis();
    }

    @Override
    public void at(long millis, Pose out) {
        timeline.at(timeline.startMillis() + Math.floorMod(millis + phaseMillis, periodMillis), sway, out);
    }
}
