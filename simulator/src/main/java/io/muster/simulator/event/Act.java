package io.muster.simulator.event;

import io.muster.simulator.scenario.Event;

/** How one kind of event is played. Has no state; draws only from the playing. */
interface Act {

    /**
     * Whom it needs, and for how long around its time.
     *
     * @throws Unplayable where the plant or the scenario has not what it needs
     */
    Need need(Event event, Stage stage) throws Unplayable;

    /**
     * Writes one playing.
     *
     * @throws Unplayable where it cannot be
     */
    void play(Playing playing, Stage stage, Script script) throws Unplayable;
}
