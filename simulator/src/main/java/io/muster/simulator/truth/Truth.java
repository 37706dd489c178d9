package io.muster.simulator.truth;

import io.muster.contract.value.TruthLine;
import java.util.List;

/**
 * What really happened in a run.
 *
 * @param alarms what must be raised, or may be (tolerated), sorted by onset
 * @param presences who truly was in which fence, sorted by onset
 * @param passes who truly went through which gate, sorted by onset
 */
public record Truth(List<TruthLine> alarms, List<Presence> presences, List<GatePass> passes) {
    public Truth {
        alarms = List.copyOf(alarms);
        presences = List.copyOf(presences);
        passes = List.copyOf(passes);
    }

    /** Alarms alone. */
    public static Truth of(List<TruthLine> alarms) {
        return new Truth(alarms, List.of(), List.of());
    }
}
