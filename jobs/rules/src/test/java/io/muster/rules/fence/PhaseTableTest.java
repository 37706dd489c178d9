package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.place.Tolerances;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every phase, with what was told, against everything that can happen to it; what is not in the table must not happen. */
class PhaseTableTest {

    /** Two fixes, or 100 s, to enter; 1 m of tolerance for 50 s; 20 s of exit delay; stale after 30 s. */
    private static final Tolerances SLOW = new Tolerances(2, 100_000, 1, 50_000, 20_000, 30_000);

    private static final Tolerances AT_ONCE = new Tolerances(1, 0, 1, 0, 0, 30_000);

    /** How each phase is reached; time stands still at 0 s but for silence. Places: 5 is wholly inside, 0.1 inside, -0.5 near, -50 beyond. */
    private static final Map<String, String[]> PATHS = new TreeMap<>(Map.ofEntries(
            Map.entry("1 left", new String[] {}),
            Map.entry("2 ENTERING", new String[] {"0s 0.1,5 f1"}),
            Map.entry("3 ENTERING/possible", new String[] {"0s 0.1,5", "0s 0.1,5 f1"}),
            Map.entry("4 POSSIBLE", new String[] {"0s 0.1,5"}),
            Map.entry("5 INSIDE", new String[] {"0s 5,5 f1"}),
            Map.entry("6 INSIDE/stale", new String[] {"0s 5,5 f1", "silent"}),
            Map.entry("7 NEAR", new String[] {"0s 5,5 f1", "0s -0.5,5 f1"}),
            Map.entry("8 NEAR/stale", new String[] {"0s 5,5 f1", "0s -0.5,5 f1", "silent"}),
            Map.entry("9 BEYOND", new String[] {"0s 5,5 f1", "0s -50,5 f1"}),
            Map.entry("9 BEYOND/stale", new String[] {"0s 5,5 f1", "silent", "31s -50,5 f1"})));

    private static final List<String> EVENTS =
            List.of("inside", "wholly", "perhaps", "near", "beyond", "other floor", "silence");

    @Test
    void everyStepIsInTheTable() {
        assertEquals(
                List.of(
                        "1 left + inside -> ENTERING:",
                        "1 left + wholly -> INSIDE: ABSENT>CONFIRMED ENTRY crossing",
                        "1 left + perhaps -> POSSIBLE: ABSENT>POSSIBLE crossing",
                        "1 left + near -> left:",
                        "1 left + beyond -> left:",
                        "1 left + other floor -> left:",
                        "1 left + silence -> left:",
                        "2 ENTERING + inside -> INSIDE: ABSENT>CONFIRMED ENTRY crossing",
                        "2 ENTERING + wholly -> INSIDE: ABSENT>CONFIRMED ENTRY crossing",
                        "2 ENTERING + perhaps -> POSSIBLE: ABSENT>POSSIBLE crossing",
                        "2 ENTERING + near -> left:",
                        "2 ENTERING + beyond -> left:",
                        "2 ENTERING + other floor -> left:",
                        "2 ENTERING + silence -> ENTERING:",
                        "3 ENTERING/possible + inside -> INSIDE: POSSIBLE>CONFIRMED ENTRY crossing",
                        "3 ENTERING/possible + wholly -> INSIDE: POSSIBLE>CONFIRMED ENTRY crossing",
                        "3 ENTERING/possible + perhaps -> POSSIBLE:",
                        "3 ENTERING/possible + near -> left: POSSIBLE>ABSENT crossing",
                        "3 ENTERING/possible + beyond -> left: POSSIBLE>ABSENT crossing",
                        "3 ENTERING/possible + other floor -> left: POSSIBLE>ABSENT crossing",
                        "3 ENTERING/possible + silence -> ENTERING:",
                        "4 POSSIBLE + inside -> ENTERING:",
                        "4 POSSIBLE + wholly -> INSIDE: POSSIBLE>CONFIRMED ENTRY crossing",
                        "4 POSSIBLE + perhaps -> POSSIBLE:",
                        "4 POSSIBLE + near -> left: POSSIBLE>ABSENT crossing",
                        "4 POSSIBLE + beyond -> left: POSSIBLE>ABSENT crossing",
                        "4 POSSIBLE + other floor -> left: POSSIBLE>ABSENT crossing",
                        "4 POSSIBLE + silence -> POSSIBLE:",
                        "5 INSIDE + inside -> INSIDE:",
                        "5 INSIDE + wholly -> INSIDE:",
                        "5 INSIDE + perhaps -> INSIDE:",
                        "5 INSIDE + near -> NEAR:",
                        "5 INSIDE + beyond -> BEYOND:",
                        "5 INSIDE + other floor -> BEYOND:",
                        "5 INSIDE + silence -> INSIDE: CONFIRMED>STALE signal_timeout",
                        "6 INSIDE/stale + inside -> INSIDE: STALE>CONFIRMED reappeared",
                        "6 INSIDE/stale + wholly -> INSIDE: STALE>CONFIRMED reappeared",
                        "6 INSIDE/stale + perhaps -> INSIDE: STALE>CONFIRMED reappeared",
                        "6 INSIDE/stale + near -> NEAR: STALE>CONFIRMED reappeared",
                        "6 INSIDE/stale + beyond -> BEYOND:",
                        "6 INSIDE/stale + other floor -> BEYOND:",
                        "6 INSIDE/stale + silence -> INSIDE:",
                        "7 NEAR + inside -> INSIDE:",
                        "7 NEAR + wholly -> INSIDE:",
                        "7 NEAR + perhaps -> INSIDE:",
                        "7 NEAR + near -> NEAR:",
                        "7 NEAR + beyond -> BEYOND:",
                        "7 NEAR + other floor -> BEYOND:",
                        "7 NEAR + silence -> left: CONFIRMED>STALE signal_timeout, STALE>ABSENT EXIT tolerance_timeout",
                        "8 NEAR/stale + inside -> INSIDE: STALE>CONFIRMED reappeared",
                        "8 NEAR/stale + wholly -> INSIDE: STALE>CONFIRMED reappeared",
                        "8 NEAR/stale + perhaps -> INSIDE: STALE>CONFIRMED reappeared",
                        "8 NEAR/stale + near -> NEAR: STALE>CONFIRMED reappeared",
                        "8 NEAR/stale + beyond -> BEYOND:",
                        "8 NEAR/stale + other floor -> BEYOND:",
                        "8 NEAR/stale + silence -> left: STALE>ABSENT EXIT tolerance_timeout",
                        "9 BEYOND + inside -> INSIDE:",
                        "9 BEYOND + wholly -> INSIDE:",
                        "9 BEYOND + perhaps -> INSIDE:",
                        "9 BEYOND + near -> NEAR:",
                        "9 BEYOND + beyond -> left: CONFIRMED>ABSENT EXIT crossing",
                        "9 BEYOND + other floor -> left: CONFIRMED>ABSENT EXIT floor_change",
                        "9 BEYOND + silence -> left: CONFIRMED>ABSENT EXIT crossing",
                        "9 BEYOND/stale + inside -> INSIDE: STALE>CONFIRMED reappeared",
                        "9 BEYOND/stale + wholly -> INSIDE: STALE>CONFIRMED reappeared",
                        "9 BEYOND/stale + perhaps -> INSIDE: STALE>CONFIRMED reappeared",
                        "9 BEYOND/stale + near -> NEAR: STALE>CONFIRMED reappeared",
                        "9 BEYOND/stale + beyond -> left: STALE>ABSENT EXIT crossing",
                        "9 BEYOND/stale + other floor -> left: STALE>ABSENT EXIT floor_change",
                        "9 BEYOND/stale + silence -> left: STALE>ABSENT EXIT crossing"),
                walk(SLOW, PATHS));
    }

    /** The other half of each "or": confirmation by the first fix, and tolerances of no length. */
    @Test
    void withoutConfirmationAndWithoutDelaysNobodyIsInBetween() {
        assertEquals(
                List.of(
                        "1 left + inside -> INSIDE: ABSENT>CONFIRMED ENTRY crossing",
                        "1 left + wholly -> INSIDE: ABSENT>CONFIRMED ENTRY crossing",
                        "1 left + perhaps -> POSSIBLE: ABSENT>POSSIBLE crossing",
                        "1 left + near -> left:",
                        "1 left + beyond -> left:",
                        "1 left + other floor -> left:",
                        "1 left + silence -> left:",
                        "4 POSSIBLE + inside -> INSIDE: POSSIBLE>CONFIRMED ENTRY crossing",
                        "4 POSSIBLE + wholly -> INSIDE: POSSIBLE>CONFIRMED ENTRY crossing",
                        "4 POSSIBLE + perhaps -> POSSIBLE:",
                        "4 POSSIBLE + near -> left: POSSIBLE>ABSENT crossing",
                        "4 POSSIBLE + beyond -> left: POSSIBLE>ABSENT crossing",
                        "4 POSSIBLE + other floor -> left: POSSIBLE>ABSENT crossing",
                        "4 POSSIBLE + silence -> POSSIBLE:",
                        "5 INSIDE + inside -> INSIDE:",
                        "5 INSIDE + wholly -> INSIDE:",
                        "5 INSIDE + perhaps -> INSIDE:",
                        "5 INSIDE + near -> left: CONFIRMED>ABSENT EXIT tolerance_timeout",
                        "5 INSIDE + beyond -> left: CONFIRMED>ABSENT EXIT crossing",
                        "5 INSIDE + other floor -> left: CONFIRMED>ABSENT EXIT floor_change",
                        "5 INSIDE + silence -> INSIDE: CONFIRMED>STALE signal_timeout",
                        "6 INSIDE/stale + inside -> INSIDE: STALE>CONFIRMED reappeared",
                        "6 INSIDE/stale + wholly -> INSIDE: STALE>CONFIRMED reappeared",
                        "6 INSIDE/stale + perhaps -> INSIDE: STALE>CONFIRMED reappeared",
                        "6 INSIDE/stale + near -> left: STALE>ABSENT EXIT tolerance_timeout",
                        "6 INSIDE/stale + beyond -> left: STALE>ABSENT EXIT crossing",
                        "6 INSIDE/stale + other floor -> left: STALE>ABSENT EXIT floor_change",
                        "6 INSIDE/stale + silence -> INSIDE:"),
                walk(
                        AT_ONCE,
                        new TreeMap<>(Map.of(
                                "1 left",
                                PATHS.get("1 left"),
                                "4 POSSIBLE",
                                PATHS.get("4 POSSIBLE"),
                                "5 INSIDE",
                                PATHS.get("5 INSIDE"),
                                "6 INSIDE/stale",
                                PATHS.get("6 INSIDE/stale")))));
    }

    private static List<String> walk(Tolerances tolerances, Map<String, String[]> paths) {
        List<String> lines = new ArrayList<>();
        paths.forEach((name, path) -> {
            for (String event : EVENTS) {
                FenceStory story = new FenceStory().zone("zone", "0 0, 10 10 f1", tolerances);
                for (String step : path) {
                    apply(story, step);
                }
                assertEquals(
                        name.substring(2).replaceAll("/.*", ""),
                        phase(story),
                        "the way to " + name + " leads elsewhere");
                int before = story.changes().size();
                apply(story, event);
                List<String> told = story.changes().stream()
                        .skip(before)
                        .map(PhaseTableTest::text)
                        .toList();
                lines.add((name + " + " + event + " -> " + phase(story) + ": " + String.join(", ", told))
                        .stripTrailing());
            }
        });
        return lines;
    }

    /** At 32 s the person was silent for more than 30 s, and no tolerance has run out. */
    private static void apply(FenceStory story, String event) {
        FenceState state = story.state();
        boolean wasSilent = state != null && state.stays().get(0).told() == Presence.STALE;
        String now = wasSilent ? "32s " : "1s ";
        switch (event) {
            case "inside" -> story.walks(now + "0.1,5 f1");
            case "wholly" -> story.walks(now + "5,5 f1");
            case "perhaps" -> story.walks(now + "0.1,5");
            case "near" -> story.walks(now + "-0.5,5 f1");
            case "beyond" -> story.walks(now + "-50,5 f1");
            case "other floor" -> story.walks(now + "5,5 f2");
            case "silent" -> story.silentUntil("31s");
            case "silence" -> story.silentUntil("999s");
            default -> story.walks(event);
        }
    }

    private static String phase(FenceStory story) {
        FenceState state = story.state();
        return state == null || state.stays().isEmpty()
                ? "left"
                : state.stays().get(0).phase().name();
    }

    private static String text(PresenceChange c) {
        return c.from() + ">" + c.to() + " " + (c.crossing() == null ? "" : c.crossing() + " ") + c.reason();
    }
}
