package io.muster.simulator.truth;

import io.muster.simulator.people.Person;
import io.muster.simulator.radio.RadioOptions;
import io.muster.simulator.radio.Ranging;

/**
 * How near to a line nobody can say on which side a radio sees somebody: three times its noise, its bias included, and at least 1.5 m (UWB) or 6 m (BLE alone).
 *
 * @param uwbMetres for who carries UWB
 * @param bleMetres for all others
 */
record Margins(double uwbMetres, double bleMetres) {
    private static final double UWB_LEAST = 1.5;
    private static final double BLE_LEAST = 6;
    /** Of a pair of people, each of whom errs on their own. */
    private static final double UWB_PAIR_LEAST = 2;

    private static final double BLE_PAIR_LEAST = 8;

    static Margins of(RadioOptions radio) {
        return new Margins(Math.max(UWB_LEAST, reach(radio.uwb())), Math.max(BLE_LEAST, reach(radio.ble())));
    }

    double of(Person person) {
        return person.hasUwb() ? uwbMetres : bleMetres;
    }

    /** Of the distance between two people with UWB. */
    double uwbPair() {
        return Math.max(UWB_PAIR_LEAST, Math.sqrt(2) * (uwbMetres > UWB_LEAST ? uwbMetres : 0));
    }

    /** Of the distance between two people of whom one or both have BLE alone. */
    double blePair() {
        return Math.max(BLE_PAIR_LEAST, Math.sqrt(2) * (bleMetres > BLE_LEAST ? bleMetres : 0));
    }

    private static double reach(Ranging ranging) {
        return 3 * ranging.sigmaMetres() + ranging.biasMetres();
    }
}
