package io.muster.rules.alarm;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives findings a life (key: site, kind and subject). One alarm is open at most: a condition that comes back within the off-delay goes on
 * with it; one that comes back after it was cleared is a new alarm with a new onset. The steps are those of {@link LifeCycle}.
 *
 * <p>Every change has the next seq and is written at once: raised, level, limit, end. Changes of nothing but persons, evidence and plan version
 * are written at most once in {@link AlarmOptions#quietMillis()}; the newest of them is never lost, only late by as much. While open, the alarm
 * is repeated at each multiple of the report time as it was written last, unless it was written at that moment.
 *
 * <p>What a person did not do, the system does today: an alarm whose condition has ended is cleared by {@code system}. A latching alarm waits
 * for a person all the same.
 */
public final class AlarmRule implements Rule<AlarmState, Finding, AlarmChange> {
    private static final long serialVersionUID = 1;

    static final String SYSTEM = "system";
    static final String REASON_RETURNED = "condition ended";
    static final String REASON_MERGED = "merged into the open alarm of the same tag";

    private final AlarmOptions options;

    public AlarmRule(AlarmOptions options) {
        this.options = options;
    }

    @Override
    public Step<AlarmState, AlarmChange> onInput(@Nullable AlarmState state, Finding finding) {
        AlarmDesk desk = new AlarmDesk(state);
        Finding before = desk.newest;
        desk.newest = finding;
        long now = finding.timeMillis();
        if (finding.active()) {
            active(desk, finding, before, now);
        } else {
            inactive(desk, now);
        }
        return settled(desk, finding, now);
    }

    @Override
    public Step<AlarmState, AlarmChange> onWake(AlarmState state, long nowMillis) {
        AlarmDesk desk = new AlarmDesk(state);
        Finding newest = state.newest();
        return newest == null ? Step.of(null, List.of()) : settled(desk, newest, nowMillis);
    }

    private void active(AlarmDesk desk, Finding finding, @Nullable Finding before, long now) {
        desk.goneSinceMillis = null;
        AlarmChange told = desk.told;
        if (told != null && isAnnounced(finding) && before != null && !before.active()) {
            desk.closeBeside(merged(told, finding, now));
        }
        if (told == null) {
            if (desk.conditionSinceMillis == null) {
                desk.conditionSinceMillis = now;
                desk.conditionOnsetMillis = finding.onsetMillis();
            }
            return;
        }
        LifeCycle was = LifeCycle.of(told.status());
        LifeCycle after = was.after(AlarmEvent.CONDITION);
        if (was != after || isUrgent(told.finding(), finding)) {
            desk.write(changed(told, after, finding, null, now), now);
        } else {
            desk.untold = !sameFacts(told.finding(), finding);
        }
    }

    private static void inactive(AlarmDesk desk, long now) {
        desk.conditionSinceMillis = null;
        desk.untold = false;
        AlarmChange told = desk.told;
        if (told != null && told.returnedMillis() == null && desk.goneSinceMillis == null) {
            desk.goneSinceMillis = now;
        }
    }

    /** Does all that is due by now, and asks for the next moment at which something is. */
    private Step<AlarmState, AlarmChange> settled(AlarmDesk desk, Finding newest, long now) {
        AlarmDefinition definition = AlarmCatalogue.get(newest.kind());
        Due due = new Due(desk, definition);
        if (due.raise() <= now) {
            raise(desk, definition, newest, now);
        }
        if (due.back() <= now) {
            back(desk, definition, newest, now);
        }
        AlarmChange told = desk.told;
        if (told != null && due.untold() <= now) {
            desk.write(changed(told, LifeCycle.of(told.status()), newest, null, now), now);
        }
        while (due.forget() <= now) {
            desk.forgetOldest(now);
        }
        if (due.repeat() <= now) {
            desk.repeat(now);
        }
        return Step.of(desk.state(), desk.events, due.next());
    }

    /** When what is due; {@link Long#MAX_VALUE} = not at all. */
    private final class Due {
        private final AlarmDesk desk;
        private final AlarmDefinition definition;

        Due(AlarmDesk desk, AlarmDefinition definition) {
            this.desk = desk;
            this.definition = definition;
        }

        long raise() {
            Long since = desk.conditionSinceMillis;
            return since == null || desk.told != null
                    ? Long.MAX_VALUE
                    : since + options.onDelayMillis().getOrDefault(definition.kind(), definition.onDelayMillis());
        }

        long back() {
            Long since = desk.goneSinceMillis;
            return since == null
                    ? Long.MAX_VALUE
                    : since + options.offDelayMillis().getOrDefault(definition.kind(), definition.offDelayMillis());
        }

        long untold() {
            AlarmChange told = desk.told;
            return told == null || !desk.untold ? Long.MAX_VALUE : told.timeMillis() + options.quietMillis();
        }

        long forget() {
            if (desk.closed.isEmpty()) {
                return Long.MAX_VALUE;
            }
            Long cleared = desk.closed.get(0).clearedMillis();
            return (cleared == null ? 0 : cleared) + options.forgetMillis();
        }

        long repeat() {
            return desk.told == null
                    ? Long.MAX_VALUE
                    : (Math.floorDiv(desk.repeatedMillis, options.reportMillis()) + 1) * options.reportMillis();
        }

        @Nullable
        Long next() {
            long next = Math.min(Math.min(Math.min(raise(), back()), Math.min(untold(), forget())), repeat());
            return next == Long.MAX_VALUE ? null : next;
        }
    }

    private static void raise(AlarmDesk desk, AlarmDefinition definition, Finding finding, long now) {
        Long since = desk.conditionSinceMillis;
        Long last = desk.lastOnsetOrderMillis;
        long onsetOrder = since == null ? now : since;
        if (last != null) {
            onsetOrder = Math.max(onsetOrder, last + 1);
        }
        String level = level(definition, finding);
        desk.lastOnsetOrderMillis = onsetOrder;
        desk.write(
                new AlarmChange(
                        finding.site(),
                        finding.kind(),
                        Objects.requireNonNull(
                                LifeCycle.NORMAL.after(AlarmEvent.CONDITION).status()),
                        level,
                        AlarmCatalogue.priority(definition, level),
                        definition.nameZh(),
                        definition.nameEn(),
                        finding,
                        onsetOrder,
                        desk.conditionOnsetMillis,
                        now,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        now,
                        isAnnounced(finding) ? 2 : 1),
                now);
    }

    private static void back(AlarmDesk desk, AlarmDefinition definition, Finding finding, long now) {
        AlarmChange told = desk.told;
        Long goneSince = desk.goneSinceMillis;
        desk.goneSinceMillis = null;
        if (told == null || goneSince == null) {
            return;
        }
        LifeCycle after = LifeCycle.of(told.status())
                .after(definition.latching() ? AlarmEvent.RETURN_LATCHING : AlarmEvent.RETURN);
        if (after == LifeCycle.RETURNED_UNACKNOWLEDGED) {
            after = after.after(AlarmEvent.CLEAR);
        }
        desk.write(changed(told, after, finding, goneSince, now), now);
    }

    private static AlarmChange changed(
            AlarmChange told, LifeCycle status, Finding finding, @Nullable Long returnedMillis, long now) {
        AlarmDefinition definition = AlarmCatalogue.get(told.kind());
        String level = finding.active() ? level(definition, finding) : told.level();
        boolean cleared = status == LifeCycle.CLEARED;
        return new AlarmChange(
                told.site(),
                told.kind(),
                Objects.requireNonNull(status.status()),
                level,
                AlarmCatalogue.priority(definition, level),
                told.nameZh(),
                told.nameEn(),
                finding,
                told.onsetOrderMillis(),
                told.onsetMillis(),
                told.raisedMillis(),
                returnedMillis,
                cleared ? now : null,
                cleared ? SYSTEM : null,
                cleared ? REASON_RETURNED : null,
                false,
                false,
                now,
                told.seq() + 1);
    }

    /** Whether seq 1 has been told already, at the moment of the finding, by who does not wait for time: {@code rules/device/SosRule}. */
    private static boolean isAnnounced(Finding finding) {
        return finding.kind().equals("sos") && finding.stage().equals("device");
    }

    /** A further press while the alarm of the one before is open: what was told of it at once goes into that alarm. */
    private static AlarmChange merged(AlarmChange told, Finding finding, long now) {
        return new AlarmChange(
                told.site(),
                told.kind(),
                AlarmStatus.CLEARED,
                told.level(),
                told.priority(),
                told.nameZh(),
                told.nameEn(),
                finding,
                now,
                finding.onsetMillis(),
                now,
                now,
                now,
                SYSTEM,
                REASON_MERGED,
                false,
                false,
                now,
                2);
    }

    private static String level(AlarmDefinition definition, Finding finding) {
        return AlarmCatalogue.LEVELS.contains(finding.level()) ? finding.level() : definition.level();
    }

    /** What must be known at once. */
    private static boolean isUrgent(Finding told, Finding now) {
        return !told.level().equals(now.level())
                || !Objects.equals(told.limit(), now.limit())
                || !told.ruleId().equals(now.ruleId())
                || told.ruleVersion() != now.ruleVersion();
    }

    private static boolean sameFacts(Finding told, Finding now) {
        return facts(told).equals(facts(now));
    }

    private static List<Object> facts(Finding finding) {
        List<Object> facts = new ArrayList<>();
        facts.add(finding.trackableIds());
        facts.add(finding.fenceIds());
        facts.add(List.of(finding.confirmed(), finding.possible(), finding.stale()));
        facts.add(Objects.toString(finding.observed()));
        facts.add(finding.planVersion());
        facts.add(finding.evidence());
        return facts;
    }
}
