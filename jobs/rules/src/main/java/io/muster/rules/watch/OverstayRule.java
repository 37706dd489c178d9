package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRule;

/**
 * OVERSTAY 滞留: somebody has been in a zone for {@code overstay_ms} or longer (AQ 3064.3 5.2.4 e).
 *
 * <pre>
 *            the time is over | the limit falls
 *      WELL ----------------------------------> BROKEN
 *           <---------------------------------
 *            leaves | the limit rises or goes
 * </pre>
 *
 * Onset: the entry. Somebody who is stale is inside, and time goes on.
 */
final class OverstayRule implements PersonRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "overstay";

    private final long defaultMillis;

    /** @param defaultMillis in dangerous zones of which the plan says nothing; {@link WatchOptions#OFF} */
    OverstayRule(long defaultMillis) {
        this.defaultMillis = defaultMillis;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Seen person, ZoneRule zone, long nowMillis) {
        Long ofPlan = zone.conduct().overstayMillis();
        long limit = ofPlan != null ? ofPlan : Admission.isDangerous(zone) ? defaultMillis : WatchOptions.OFF;
        return limit == WatchOptions.OFF
                ? Judgement.FINE
                : Judgement.lasting(KIND, KIND, person.sinceMillis(), limit, nowMillis);
    }
}
