package io.muster.rules.watch;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.fence.Presence;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.occupancy.ZoneInput;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.plan.ZoneRule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be said about one zone and the people in it (key: site and fence). Asks each rule about a person whose presence changed, all rules about
 * everybody when the plan changes, and again at the moment that the earliest of them named.
 *
 * <p>Told are beginnings, ends, and changes of what is said (limit, plan version, whether the person is stale); nothing is told twice. While
 * something is wrong its onset moves to no later moment, whatever the plan says meanwhile.
 */
public final class WatchRule implements Rule<WatchState, ZoneInput, WatchOutput> {
    private static final long serialVersionUID = 1;

    private final List<PersonRule> personRules;
    private final List<StaffRule> staffRules;

    public WatchRule(WatchOptions options) {
        personRules = List.of(
                new BoundaryRule(),
                new MotionlessRule(options.motionlessMillis()),
                new OverstayRule(options.overstayMillis()),
                new TagLostRule(options.tagLostMillis()),
                new VisitorRule(),
                new WrongPostRule());
        staffRules = List.of(new OffPostRule(options.absenceMillis()), new UnderStaffedRule(options.absenceMillis()));
    }

    @Override
    public Step<WatchState, WatchOutput> onInput(@Nullable WatchState state, ZoneInput input) {
        WatchState before = state == null ? WatchState.empty(input.site(), input.fenceId()) : state;
        WatchDesk desk = new WatchDesk(before, input.timeMillis(), input.eventMillis(), personRules, staffRules);
        PresenceChange presence = input.presence();
        ZoneDefinition definition = input.zone();
        if (presence != null) {
            take(desk, presence);
        } else if (definition != null) {
            take(desk, definition);
        }
        return step(desk);
    }

    @Override
    public Step<WatchState, WatchOutput> onWake(WatchState state, long nowMillis) {
        WatchDesk desk = new WatchDesk(state, nowMillis, nowMillis, personRules, staffRules);
        desk.judgeAll();
        return step(desk);
    }

    private static Step<WatchState, WatchOutput> step(WatchDesk desk) {
        WatchState next = desk.state();
        Long wakeAt = next.againMillis() == Judgement.NEVER ? null : next.againMillis();
        return Step.of(next, desk.events, wakeAt);
    }

    private static void take(WatchDesk desk, PresenceChange change) {
        Seen before = desk.people.get(change.trackableId());
        Seen now = seen(desk, before, change);
        if (change.to() == Presence.ABSENT) {
            boolean counts =
                    before != null && before.inside() && !change.reason().equals(RELEASED);
            desk.left(now, counts ? change.eventMillis() : null);
        } else {
            desk.came(now);
        }
    }

    private static void take(WatchDesk desk, ZoneDefinition definition) {
        ZoneRule rule = definition.rule();
        boolean sameLaw = rule != null && desk.zone != null && law(rule).equals(law(desk.zone));
        desk.zone = rule;
        desk.planVersion = definition.planVersion();
        if (!sameLaw) {
            desk.people.replaceAll((id, person) -> person.factsSince(definition.eventMillis()));
        }
        desk.judgeAll();
    }

    /** What of a zone may be broken at once. */
    private static List<Object> law(ZoneRule zone) {
        return List.of(zone.role(), zone.conduct());
    }

    private static Seen seen(WatchDesk desk, @Nullable Seen before, PresenceChange change) {
        long facts;
        if (before == null || !before.inside()) {
            facts = change.sinceMillis();
        } else if (before.who().equals(change.who())) {
            facts = before.factsSinceMillis();
        } else {
            facts = Math.max(before.factsSinceMillis(), change.eventMillis());
        }
        return new Seen(
                change.trackableId(),
                change.who(),
                change.to(),
                change.sinceMillis(),
                facts,
                stillSince(desk, before, change),
                change.providerId(),
                change.x(),
                change.y(),
                change.floor(),
                change.accuracyMetres(),
                change.fixMillis());
    }

    /**
     * Silence says nothing of movement: what was found before goes on, and nothing begins. A sensor that speaks while positions are silent does
     * say something.
     */
    private static @Nullable Long stillSince(WatchDesk desk, @Nullable Seen before, PresenceChange change) {
        boolean fellSilent = change.to() == Presence.STALE && !Objects.equals(change.reason(), MOVEMENT);
        if (!fellSilent) {
            return change.stillSinceMillis();
        }
        boolean found = desk.isTold(change.trackableId(), MotionlessRule.KIND);
        return found && before != null ? before.stillSinceMillis() : null;
    }

    /** Wire word of {@link PresenceChange#reason()}: somebody moves, or does no longer. */
    static final String MOVEMENT = "movement";

    /** A person in the control room says that this one is not there. */
    static final String RELEASED = "released";
}
