package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRule;

/**
 * MOTIONLESS 静止: somebody has not moved for {@code motionless_ms} or longer in the zone (AQ 3064.3 5.2.4 b). Whether they move is what the fence
 * stage says: the sensor of the tag, or where it has none, positions.
 *
 * <pre>
 *            the time is over | the limit falls
 *      WELL ----------------------------------> BROKEN
 *           <---------------------------------
 *            moves | leaves | the limit rises or goes
 * </pre>
 *
 * Onset: the last movement, or the entry where that was later. A tag that falls silent says nothing of movement: it starts nothing ({@link
 * WatchRule} forgets the stillness then), and ends nothing.
 */
final class MotionlessRule implements PersonRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "motionless";

    private final long defaultMillis;

    /** @param defaultMillis in dangerous zones of which the plan says nothing; {@link WatchOptions#OFF} */
    MotionlessRule(long defaultMillis) {
        this.defaultMillis = defaultMillis;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Seen person, ZoneRule zone, long nowMillis) {
        Long still = person.stillSinceMillis();
        Long ofPlan = zone.conduct().motionlessMillis();
        long limit = ofPlan != null ? ofPlan : Admission.isDangerous(zone) ? defaultMillis : WatchOptions.OFF;
        if (still == null || limit == WatchOptions.OFF) {
            return Judgement.FINE;
        }
        return Judgement.lasting(KIND, KIND, Math.max(still, person.sinceMillis()), limit, nowMillis);
    }
}
