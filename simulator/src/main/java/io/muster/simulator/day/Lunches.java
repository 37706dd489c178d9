package io.muster.simulator.day;

import io.muster.contract.plan.PlanFence;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import org.jspecify.annotations.Nullable;

/** Everybody eats once, at a time of their own; where somebody must stay, one after the other. */
final class Lunches {
    private static final int TRIES = 8;

    private final Staff staff;

    Lunches(Staff staff) {
        this.staff = staff;
    }

    /** Adds the lunch where it fits; if it fits nowhere in the window, there is none. */
    void add(Member member, long cycle, Itinerary itinerary) {
        Crew.Meal meal = member.crew().lunch();
        if (meal == null) {
            return;
        }
        Draw draw = staff.draw("lunch", member, cycle);
        Place seat = staff.plant().seat(meal.zone(), draw);
        boolean held = member.crew().role() == Crew.Role.CONTROL_ROOM
                || (member.crew().role() == Crew.Role.GUARD
                        && member.crew().work().isEmpty());
        if (held) {
            Long from = inTurn(member, meal, seat);
            if (from != null) {
                itinerary.addWhole(Stay.at(seat, from, from + meal.forMillis()));
            }
            return;
        }
        long latest = Math.max(meal.fromMillis(), meal.untilMillis() - meal.forMillis());
        for (int i = 0; i < TRIES; i++) {
            long from = draw.between(meal.fromMillis(), latest);
            if (itinerary.addWhole(Stay.at(seat, from, from + meal.forMillis()))) {
                return;
            }
        }
    }

    /** When the member's turn is; null = never, because too few would be left. */
    private @Nullable Long inTurn(Member member, Crew.Meal meal, Place seat) {
        Place home = staff.homes().of(member);
        long walk = staff.walkMillis(home, seat, Staff.SLOWEST);
        long step = meal.forMillis() + 2 * walk + Staff.MINUTE;
        long turns = Math.max(1, (meal.untilMillis() - meal.fromMillis() + step - meal.forMillis()) / step);
        Integer fixed = member.crew().size();
        int size = fixed == null ? staff.count(member.crew()) : fixed;
        long together = Math.min((size + turns - 1) / turns, size - minimum(member.crew()));
        int position = member.number() - 1;
        if (together <= 0 || position >= together * turns) {
            return null;
        }
        return meal.fromMillis() + position % turns * step;
    }

    /** How many of the crew must stay. */
    private int minimum(Crew crew) {
        Integer minimum =
                staff.plant().fence(crew.base()).map(PlanFence::minimum).orElse(null);
        return minimum == null ? 1 : Math.max(1, minimum);
    }
}
