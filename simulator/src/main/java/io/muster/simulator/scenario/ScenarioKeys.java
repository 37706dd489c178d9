package io.muster.simulator.scenario;

import io.muster.simulator.radio.FaultKind;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every key that a scenario file may have, part by part, in the order in which files are written. The JSON schema says the same. */
final class ScenarioKeys {
    static final List<String> SCENARIO = List.of(
            "name",
            "title",
            "plan",
            "paths",
            "start",
            "duration",
            "people",
            "seed",
            "shifts",
            "crews",
            "events",
            "radio",
            "faults");
    static final List<String> SHIFT = List.of("from", "until");
    static final List<String> CREW = List.of(
            "id",
            "role",
            "size",
            "share",
            "members",
            "shift",
            "department",
            "person_type",
            "post",
            "base",
            "work",
            "workers",
            "rounds",
            "round_every",
            "tags",
            "talk",
            "lunch",
            "permit",
            "host");
    static final List<String> TALK = List.of("zone", "at", "for");
    static final List<String> LUNCH = List.of("zone", "from", "until", "for");
    static final List<String> PERMIT = List.of("id", "type", "zone", "from", "until", "approver");
    static final List<String> EVENT = event();
    static final List<String> PLACE = List.of("x", "y", "floor");
    static final List<String> STEP = List.of("size", "after");
    static final List<String> RADIO = List.of("uwb", "ble", "channel");
    static final List<String> RANGING = List.of(
            "period", "sigma", "error", "correlation", "accuracy", "bias", "non_line_of_sight", "mirror", "floor_flip");
    static final List<String> EXCURSION = List.of("rate", "metres", "for");
    static final List<String> FLOOR_FLIP = List.of("rate", "for");
    static final List<String> CHANNEL = List.of("delay", "loss", "duplicates", "disorder", "disorder_up_to");
    static final List<String> FAULT =
            List.of("kind", "at", "for", "vendor", "zone", "who", "loss", "offset", "drift_ppm");

    /** Which keys each kind of fault needs, beside {@code kind}. */
    static final Map<FaultKind, Set<String>> FAULT_NEEDS = new EnumMap<>(Map.of(
            FaultKind.BLIND_SPOT, Set.of("zone", "loss"),
            FaultKind.VENDOR_OUTAGE, Set.of("vendor", "at", "for"),
            FaultKind.BUFFERED_BURST, Set.of("vendor", "at", "for"),
            FaultKind.TAG_DEATH, Set.of("who", "at"),
            FaultKind.TAG_SWAP, Set.of("who", "at"),
            FaultKind.UNBOUND_TAG, Set.of("who"),
            FaultKind.SPOOF, Set.of("who", "zone", "at"),
            FaultKind.CLOCK_OFFSET, Set.of("vendor", "offset"),
            FaultKind.CLOCK_DRIFT, Set.of("vendor", "drift_ppm"),
            FaultKind.CLOCK_JUMP, Set.of("vendor", "offset", "at")));

    /** Which keys each kind of fault may have, beside those that it needs; without {@code at} it begins at the start, without {@code for} it lasts. */
    static final Map<FaultKind, Set<String>> FAULT_MAY = new EnumMap<>(Map.of(
            FaultKind.BLIND_SPOT, Set.of("at", "for"),
            FaultKind.VENDOR_OUTAGE, Set.of(),
            FaultKind.BUFFERED_BURST, Set.of(),
            FaultKind.TAG_DEATH, Set.of(),
            FaultKind.TAG_SWAP, Set.of("for"),
            FaultKind.UNBOUND_TAG, Set.of(),
            FaultKind.SPOOF, Set.of("for"),
            FaultKind.CLOCK_OFFSET, Set.of("at", "for"),
            FaultKind.CLOCK_DRIFT, Set.of("at", "for"),
            FaultKind.CLOCK_JUMP, Set.of()));

    private ScenarioKeys() {}

    /** Part names as the schema has them, each with its keys. */
    static Map<String, List<String>> parts() {
        return Map.ofEntries(
                Map.entry("scenario", SCENARIO),
                Map.entry("shift", SHIFT),
                Map.entry("crew", CREW),
                Map.entry("talk", TALK),
                Map.entry("lunch", LUNCH),
                Map.entry("permit", PERMIT),
                Map.entry("event", EVENT),
                Map.entry("place", PLACE),
                Map.entry("step", STEP),
                Map.entry("radio", RADIO),
                Map.entry("ranging", RANGING),
                Map.entry("excursion", EXCURSION),
                Map.entry("floor_flip", FLOOR_FLIP),
                Map.entry("channel", CHANNEL),
                Map.entry("fault", FAULT));
    }

    private static List<String> event() {
        Set<String> keys = new LinkedHashSet<>(List.of("kind", "at", "every"));
        for (EventKind.Field field : EventKind.Field.values()) {
            keys.add(field.wire());
        }
        return List.copyOf(keys);
    }
}
