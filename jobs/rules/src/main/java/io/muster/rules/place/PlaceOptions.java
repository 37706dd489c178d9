package io.muster.rules.place;

import io.muster.rules.identify.Technology;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The profile's tolerances per technology, where a fence has none of its own.
 *
 * @param uwb ultra-wideband
 * @param ble beacons
 * @param other GNSS and everything else
 * @param passages whether zones are told that were crossed between two fixes
 * @param fenceTolerances whether a fence's own confirmation and tolerances count; false = of a fence's own values only its timeout does
 */
public record PlaceOptions(Tolerances uwb, Tolerances ble, Tolerances other, boolean fenceTolerances, boolean passages)
        implements Serializable {

    /** Two fixes or 3 s to enter; UWB 1 m, 5 s, 1 s, stale after 10 s; everything else 5 m, 15 s, 3 s, stale after 30 s. */
    public static PlaceOptions standard() {
        Tolerances uwb = new Tolerances(2, 3_000, 1, 5_000, 1_000, 10_000);
        Tolerances ble = new Tolerances(2, 3_000, 5, 15_000, 3_000, 30_000);
        return new PlaceOptions(uwb, ble, ble, true, true);
    }

    /** Inside is inside and outside is outside, at once, and nobody is ever stale but by a fence's own timeout. */
    public static PlaceOptions raw() {
        Tolerances none = new Tolerances(1, 0, 0, 0, 0, -1);
        return new PlaceOptions(none, none, none, false, false);
    }

    /** The profile's tolerances of a technology. */
    public Tolerances of(Technology technology) {
        return switch (technology) {
            case UWB -> uwb;
            case BLE -> ble;
            case GNSS, OTHER -> other;
        };
    }

    /** What is wrong with these options, one line each; empty = nothing. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(uwb.faults("uwb"));
        faults.addAll(ble.faults("ble"));
        faults.addAll(other.faults("other"));
        return faults;
    }
}
