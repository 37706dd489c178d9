package io.muster.simulator.truth;

/**
 * When something is possibly, truly and surely so: each of the three holds the next one. For a person in a fence: up to a margin outside of the outline, inside of
 * it (the outline included), and at least a margin inside of it.
 */
record Levels(Spans possible, Spans nominal, Spans sure) {

    Levels() {
        this(new Spans(), new Spans(), new Spans());
    }

    /** When nobody can say: possible and not sure. */
    Spans doubt() {
        return possible.minus(sure);
    }

    /**
     * The same as a radio shows it that has doubts of its own: nothing is sure meanwhile, and who was possibly in a fence when a doubt began stays possible until it
     * ends, since loss is not exit.
     */
    Levels blurredBy(Spans doubts) {
        if (doubts.isEmpty() || possible.isEmpty()) {
            return this;
        }
        Spans held = new Spans();
        for (int i = 0; i < doubts.size(); i++) {
            if (possible.covers(doubts.from(i))) {
                held.add(doubts.from(i), doubts.until(i));
            }
        }
        return new Levels(possible.plus(held), nominal, sure.minus(doubts));
    }
}
