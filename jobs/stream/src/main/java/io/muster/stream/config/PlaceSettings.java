package io.muster.stream.config;

import io.muster.rules.fence.FenceOptions;
import io.muster.rules.place.PlaceOptions;
import io.muster.rules.place.Tolerances;

/** The tolerances of fences, by technology. */
final class PlaceSettings {

    static PlaceOptions of(boolean raw, Settings s) {
        Tolerances uwb = tolerances("fences.uwb.", s);
        Tolerances ble = tolerances("fences.ble.", s);
        return new PlaceOptions(uwb, ble, ble, !raw, !raw);
    }

    static FenceOptions fences(boolean raw, Settings s) {
        return new FenceOptions(!raw, s.millis("fences.gate_hold", 0), s.millis("fences.again", 0));
    }

    private static Tolerances tolerances(String at, Settings s) {
        return new Tolerances(
                s.count(at + "entry_confirm_count", 1),
                s.millis(at + "entry_confirm", 0),
                s.metres(at + "exit_tolerance", 0),
                s.millisOrNever(at + "tolerance_timeout"),
                s.millis(at + "exit_delay", 0),
                s.millisOrNever(at + "stale_after"));
    }

    private PlaceSettings() {}
}
