package io.muster.simulator.truth;

import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import io.muster.contract.value.TruthLine;
import java.time.Instant;

/** The wire form of facts. */
final class TruthLines {
    private TruthLines() {}

    static TruthLine line(Fact fact, long startMillis) {
        boolean gathering = fact.kind() == Fact.Kind.GATHERING;
        return new TruthLine(
                gathering ? AlarmKind.GATHERING : AlarmKind.OVER_CAPACITY,
                new Subject(gathering ? "gathering" : "fence", fact.subject()),
                Instant.ofEpochMilli(startMillis + fact.onsetMillis()),
                Instant.ofEpochMilli(startMillis + fact.dueMillis()),
                fact.endMillis() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(startMillis + fact.endMillis()),
                fact.trackableIds(),
                fact.level(),
                fact.tolerated());
    }
}
