package io.muster.stream.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.fence.Presence;
import io.muster.rules.fence.PresenceChange;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.occupancy.ZoneInput;
import io.muster.rules.plan.ZoneConduct;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.rules.plan.ZoneRisk;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import io.muster.rules.watch.PersonWatchRule;
import io.muster.rules.watch.PersonWatchState;
import io.muster.rules.watch.WatchOptions;
import io.muster.rules.watch.WatchOutput;
import io.muster.rules.watch.WatchRule;
import io.muster.rules.watch.WatchState;
import io.muster.rules.watch.ZoneVerdict;
import io.muster.stream.engine.RuleFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchStageTest {
    private static final long SEED = 20260702;

    @Test
    void theOrderOfArrivalDoesNotMatter() throws Exception {
        List<ZoneInput> inputs = inputs();
        List<WatchOutput> inOrder = zones(inputs);
        assertTrue(inOrder.size() >= 6, inOrder::toString);
        Random random = new Random(SEED);
        for (int round = 0; round < 30; round++) {
            List<ZoneInput> shuffled = new ArrayList<>(inputs);
            Collections.shuffle(shuffled, random);
            assertEquals(inOrder, zones(shuffled), "seed " + SEED + " round " + round);
        }
    }

    @Test
    void whatComesTwiceSaysNothingNew() throws Exception {
        List<ZoneInput> twice = new ArrayList<>(inputs());
        twice.addAll(inputs());
        assertEquals(zones(inputs()), zones(twice));
    }

    /** Somebody was in a forbidden zone, stayed too long, lay still, fell silent, and is gone: no person is remembered and nobody wakes. */
    @Test
    void whoLeftLeavesNoStateAndNoTimers() throws Exception {
        List<ZoneVerdict> verdicts =
                zones(inputs()).stream().map(WatchOutput::verdict).toList();
        try (var harness = persons()) {
            for (ZoneVerdict each : verdicts) {
                harness.processElement(new StreamRecord<>(each, each.timeMillis()));
                harness.processWatermark(each.timeMillis());
            }
            harness.processWatermark(1_000_000);
            assertEquals(verdicts.size(), harness.extractOutputValues().size());
            assertEquals(0, harness.numKeyedStateEntries());
            assertEquals(0, harness.numEventTimeTimers());
        }
    }

    private static List<WatchOutput> zones(List<ZoneInput> inputs) throws Exception {
        try (var harness = new KeyedOneInputStreamOperatorTestHarness<String, ZoneInput, WatchOutput>(
                new KeyedProcessOperator<>(new RuleFunction<>(
                        new WatchRule(WatchOptions.defaults()), "watch", WatchState.class, ZoneInput.class)),
                ZoneInput::fenceId,
                Types.STRING)) {
            harness.open();
            for (ZoneInput each : inputs) {
                harness.processElement(new StreamRecord<>(each, each.timeMillis()));
            }
            for (long time = 0; time <= 1_000_000; time += 500) {
                harness.processWatermark(time);
            }
            assertEquals(0, harness.numEventTimeTimers(), "nobody is inside");
            assertEquals(1, harness.numKeyedStateEntries(), "the zone itself stays");
            return harness.extractOutputValues();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ZoneVerdict, ?> persons() throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new RuleFunction<>(
                        new PersonWatchRule(), "watch-person", PersonWatchState.class, ZoneVerdict.class)),
                ZoneVerdict::trackableId,
                Types.STRING);
        harness.open();
        return harness;
    }

    private static List<ZoneInput> inputs() {
        return List.of(
                ZoneInput.of(definition(1_000)),
                presence(10_000, Presence.CONFIRMED, "crossing", null, 1),
                presence(20_000, Presence.CONFIRMED, "movement", 15_000L, 2),
                presence(130_000, Presence.STALE, "signal_timeout", 15_000L, 3),
                presence(200_000, Presence.CONFIRMED, "reappeared", null, 4),
                presence(200_000, Presence.CONFIRMED, "movement", null, 5),
                presence(400_000, Presence.ABSENT, "crossing", null, 6));
    }

    private static ZoneInput presence(long time, Presence to, String reason, @Nullable Long still, long seq) {
        long fix = to == Presence.STALE ? time - 10_000 : time;
        return ZoneInput.of(new PresenceChange(
                "s",
                "flare",
                "A",
                Who.of("d", "01"),
                Presence.ABSENT,
                to,
                null,
                reason,
                null,
                10_000,
                "T",
                Technology.UWB,
                1,
                2,
                0.0,
                0.5,
                fix,
                still,
                0,
                "v1",
                List.of(),
                time,
                time,
                seq));
    }

    private static ZoneDefinition definition(long time) {
        ZoneConduct conduct = new ZoneConduct(
                60_000L, 90_000L, null, List.of(), List.of(), List.of(), List.of(), "UTC", List.of(), List.of());
        ZoneRule rule = new ZoneRule(
                "flare",
                "flare",
                "flare",
                ZoneRole.FORBIDDEN,
                null,
                null,
                null,
                List.of(),
                false,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                ZoneRisk.NONE,
                conduct,
                null,
                null,
                null);
        return new ZoneDefinition("s", "flare", rule, "v1", time, 1);
    }
}
