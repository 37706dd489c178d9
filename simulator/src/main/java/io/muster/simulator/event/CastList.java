package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All playings with their cast. Whoever is named has the part; then those who are called with everybody; then, in the order of time, the first who are free.
 */
final class CastList {
    private final Stage stage;
    private final Set<String> faults;
    private final Casting casting;
    private final List<Part> parts = new ArrayList<>();

    /** A playing that has no complete cast yet. */
    private record Part(Event event, int number, long atMillis, Need need, List<Member> cast, List<Member> elsewhere) {
        long fromMillis() {
            return atMillis - need.beforeMillis();
        }

        long untilMillis() {
            return atMillis + need.afterMillis();
        }

        String name() {
            return event.kind().wire() + " in line " + event.line();
        }
    }

    CastList(Stage stage, Set<String> faults) {
        this.stage = stage;
        this.faults = faults;
        this.casting = new Casting(stage);
        stage.scenario().events().forEach(this::addParts);
        parts.sort(Comparator.comparingLong(Part::atMillis));
        takeApprovers();
        each(this::takeNamed);
        each(this::takeEverybody);
        each(this::takeFree);
    }

    /** Who is in which event. */
    Casting casting() {
        return casting;
    }

    /** In the order of their times. */
    List<Playing> playings() {
        return parts.stream()
                .map(part ->
                        new Playing(part.event(), part.number(), part.atMillis(), 0, part.cast(), part.elsewhere()))
                .toList();
    }

    private void addParts(Event event) {
        try {
            Need need = Acts.of(event.kind()).need(event, stage);
            Long every = event.everyMillis();
            long at = event.atMillis();
            if (at + need.afterMillis() > stage.durationMillis()) {
                throw new Unplayable("it is not over before the scenario ends");
            }
            for (int number = 0; at + need.afterMillis() <= stage.durationMillis(); number++) {
                parts.add(new Part(event, number, at, need, new ArrayList<>(), new ArrayList<>()));
                if (every == null || every <= 0) {
                    break;
                }
                at += every;
            }
        } catch (Unplayable e) {
            faults.add(EventPlayer.fault(event, e));
        }
    }

    private interface Step {
        void take(Part part) throws Unplayable;
    }

    private void each(Step step) {
        for (Part part : List.copyOf(parts)) {
            try {
                step.take(part);
            } catch (Unplayable e) {
                faults.add(EventPlayer.fault(part.event(), e));
                parts.remove(part);
            }
        }
    }

    /** Approvers sign on site, so no event may have them then. */
    private void takeApprovers() {
        try {
            for (Permits.Signature each : Permits.signatures(stage)) {
                try {
                    casting.take(
                            each.approver(),
                            each.fromMillis(),
                            each.untilMillis(),
                            "the signing of the permit of '" + each.crew().id() + "'");
                } catch (Unplayable e) {
                    faults.add(each.crew().line() + ": permit: " + e.getMessage());
                }
            }
        } catch (Unplayable e) {
            faults.add("0: permits: " + e.getMessage());
        }
    }

    private void takeNamed(Part part) throws Unplayable {
        if (part.need().everybody()) {
            return;
        }
        List<Member> candidates = part.need().candidates();
        List<Member> named =
                candidates != null ? candidates : stage.members(part.event().who());
        for (Member member : named) {
            if (part.cast().size() < part.need().count()) {
                casting.take(member, part.fromMillis(), part.untilMillis(), part.name());
                part.cast().add(member);
            }
        }
    }

    /** The first who may be missing stand at the beginning of the cast; those who are in another event are set apart. */
    private void takeEverybody(Part part) throws Unplayable {
        List<Member> called = part.need().candidates();
        if (!part.need().everybody() || called == null) {
            return;
        }
        Set<Member> free = new LinkedHashSet<>();
        for (Member member : called) {
            if (casting.isTaken(member, part.fromMillis() - Casting.WALK_MARGIN_MILLIS, part.untilMillis())) {
                part.elsewhere().add(member);
            } else {
                free.add(member);
            }
        }
        int staying = Math.max(0, part.need().missing() - part.elsewhere().size());
        List<Member> missing = casting.order().stream()
                .filter(free::contains)
                .filter(casting::mayBeCalledAway)
                .limit(staying)
                .toList();
        if (missing.size() < staying) {
            throw new Unplayable(part.need().missing() + " people cannot be missing: only "
                    + (missing.size() + part.elsewhere().size()) + " may");
        }
        missing.forEach(free::remove);
        part.cast().addAll(missing);
        part.cast().addAll(free);
        for (Member member : part.cast()) {
            casting.take(member, part.fromMillis(), part.untilMillis(), part.name());
        }
    }

    private void takeFree(Part part) throws Unplayable {
        int missing = part.need().count() - part.cast().size();
        if (missing > 0 && part.need().candidates() == null) {
            part.cast()
                    .addAll(casting.choose(
                            missing, part.event().crew(), part.fromMillis(), part.untilMillis(), part.name()));
        }
    }
}
