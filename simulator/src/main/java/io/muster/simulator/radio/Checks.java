package io.muster.simulator.radio;

import java.util.List;

/** The sentences in which a wrong number is named. */
final class Checks {
    private Checks() {}

    static void atLeastMillis(List<String> faults, String name, long millis, long least) {
        if (millis < least) {
            faults.add("radio " + name + " must be >= " + least + " ms, was " + millis);
        }
    }

    /** Refuses NaN and infinity too. */
    static void atLeast(List<String> faults, String name, double value, double least) {
        if (!(value >= least && Double.isFinite(value))) {
            faults.add("radio " + name + " must be >= " + least + " and finite, was " + value);
        }
    }

    static void within(List<String> faults, String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            faults.add("radio " + name + " must be in " + least + ".." + most + ", was " + value);
        }
    }

    static void share(List<String> faults, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            faults.add("radio " + name + " must be in 0..1 (1 excluded), was " + value);
        }
    }
}
