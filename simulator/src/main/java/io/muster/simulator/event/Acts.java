package io.muster.simulator.event;

import io.muster.simulator.scenario.EventKind;

/** Which class plays which kind. */
final class Acts {
    private Acts() {}

    static Act of(EventKind kind) {
        return switch (kind) {
            case OVER_CAPACITY -> new OverCapacity();
            case GATHERING -> new Gathering();
            case INTRUSION -> new Intrusion();
            default -> new NotYet();
        };
    }

    /** A kind that is not played yet. */
    private static final class NotYet implements Act {
        @Override
        public Need need(io.muster.simulator.scenario.Event event, Stage stage) {
            return Need.nobody();
        }

        @Override
        public void play(Playing playing, Stage stage, Script script) {}
    }
}
