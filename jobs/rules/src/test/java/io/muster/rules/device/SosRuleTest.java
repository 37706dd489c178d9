package io.muster.rules.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.muster.rules.Step;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.AlarmStatus;
import io.muster.rules.alarm.DeskStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first word of an SOS: at once, of the tag alone. */
class SosRuleTest {
    private final SosRule rule = new SosRule(DeskStory.NAMES);
    private final List<AlarmChange> told = new ArrayList<>();
    private @Nullable SosState state;

    @Test
    void aPressIsToldAtOnceAndOnce() {
        says("10s", "pressed").says("11s", "pressed").says("12s", "50%").says("13s", "pressed");
        assertEquals(1, told.size());
        assertNotNull(state);
        says("14s", "released");
        assertNull(state);
        assertEquals(1, told.size());
        says("15s", "pressed");
        assertEquals(2, told.size());
    }

    @Test
    void whatSaysNothingOfTheButtonIsNoPress() {
        says("10s", "50% fallen still").says("11s", "released");
        assertEquals(List.of(), told);
        assertNull(state);
    }

    @Test
    void theFirstRecordRestsOnNothingButTheTag() {
        says("10s", "pressed");
        AlarmChange first = told.get(0);
        assertEquals(AlarmStatus.RAISED_UNACKNOWLEDGED, first.status());
        assertEquals("red", first.level());
        assertEquals(1, first.seq());
        assertEquals(
                "provider T1",
                first.finding().subjectType() + " " + first.finding().subjectId());
        assertEquals(List.of(), first.finding().trackableIds());
        assertEquals(List.of(), first.finding().fenceIds());
        assertEquals(9_800, first.finding().onsetMillis());
        assertEquals(10_000, first.finding().timeMillis());
        assertEquals("sos/T1", first.finding().origin());
        assertEquals(1, first.finding().offset());
    }

    /** The settled rule, which names the person, sees the same edges: else the second record would belong to another alarm. */
    @Test
    void bothRulesSeeTheSameEdges() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            DeviceStory settled = DeviceStory.standard().carries("A", "T1");
            told.clear();
            state = null;
            for (int second = 1; second <= 60; second++) {
                String words = List.of("pressed", "released", "50%", "still", "pressed 3%")
                        .get(random.nextInt(5));
                says(second + "s", words);
                settled.says(second + "s", "T1", words);
            }
            List<Long> begun = settled.findings().stream()
                    .filter(each -> each.kind().equals("sos") && each.active())
                    .map(each -> each.onsetMillis())
                    .toList();
            List<Long> first =
                    told.stream().map(each -> each.finding().onsetMillis()).toList();
            assertEquals(begun, first, "seed " + seed);
        }
    }

    private SosRuleTest says(String at, String words) {
        Step<SosState, AlarmChange> step = rule.onInput(state, DeviceStory.status(at, "T1", words));
        state = step.next();
        told.addAll(step.events());
        return this;
    }
}
