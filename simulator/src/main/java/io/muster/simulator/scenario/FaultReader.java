package io.muster.simulator.scenario;

import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.Vendors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list {@code faults}: what is wrong with tags, clocks and vendors at given times. */
final class FaultReader {
    private final Section file;
    private final ClockTime clock;

    FaultReader(Section file, ClockTime clock) {
        this.file = file;
        this.clock = clock;
    }

    List<Fault> read() {
        List<Fault> faults = new ArrayList<>();
        for (Section section : file.sections("faults", ScenarioKeys.FAULT)) {
            Fault fault = fault(section);
            if (fault != null) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private @Nullable Fault fault(Section section) {
        FaultKind kind = section.word("kind", FaultKind.class);
        if (kind == null) {
            section.missing("kind", "one of " + String.join(", ", Section.words(FaultKind.class)));
            return null;
        }
        fields(section, kind);
        Long at = section.moment("at", clock);
        Long length = section.duration("for", 1);
        Long offset = section.duration("offset", -ClockTime.DAY_MILLIS);
        Double drift = section.ppm("drift_ppm");
        return new Fault(
                kind,
                at == null ? 0 : at,
                length,
                vendor(section),
                section.text("zone"),
                who(section, kind),
                section.share("loss", 0),
                offset == null ? 0 : offset,
                drift == null ? 0 : drift,
                section.line());
    }

    private static void fields(Section section, FaultKind kind) {
        Set<String> needs = ScenarioKeys.FAULT_NEEDS.getOrDefault(kind, Set.of());
        Set<String> may = ScenarioKeys.FAULT_MAY.getOrDefault(kind, Set.of());
        for (String key : ScenarioKeys.FAULT) {
            if (needs.contains(key)) {
                section.missing(key, "it, as " + kind.wire() + " needs it");
            } else if (!key.equals("kind") && !may.contains(key) && section.has(key)) {
                section.fault(key, kind.wire() + " has no such key");
            }
        }
    }

    private static @Nullable String vendor(Section section) {
        String vendor = section.text("vendor");
        if (vendor == null || Vendors.ALL.contains(vendor)) {
            return vendor;
        }
        section.fault(
                "vendor",
                "unknown vendor '" + YamlTree.shown(vendor) + "'; expected one of " + String.join(", ", Vendors.ALL));
        return null;
    }

    private static List<String> who(Section section, FaultKind kind) {
        List<String> who = section.texts("who");
        int wanted = kind == FaultKind.TAG_SWAP ? 2 : 1;
        if (!who.isEmpty() && who.size() != wanted) {
            section.fault(
                    "who", kind.wire() + " has " + wanted + (wanted == 1 ? " member" : " members") + ", was " + who);
        }
        return who;
    }
}
