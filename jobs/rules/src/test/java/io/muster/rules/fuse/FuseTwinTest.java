package io.muster.rules.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One person with several tags of several vendors, fixes late, twice and shuffled, floors that flicker and impossible jumps: against the obvious, which
 * keeps every fix and looks through all of them each time.
 */
class FuseTwinTest {
    private static final List<Technology> TRUST =
            List.of(Technology.UWB, Technology.BLE, Technology.GNSS, Technology.OTHER);

    /** A fix that made a position, and whether it was believed. */
    private record Taken(Fix fix, boolean believed) {}

    @Test
    void aPersonIsWhereAllThatWasHeardSays() {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= Seeds.upTo(500); seed++) {
            List<Fix> fixes = fixes(new Random(seed));
            FuseStory story = FuseStory.plain();
            fixes.forEach(story::take);
            List<String> expected = obvious(fixes, seen);
            assertEquals(expected, story.told(), "seed " + seed);
        }
        assertTrue(
                seen.containsAll(Set.of("late", "outranked", "held", "gave way", "floor waits", "floor")),
                "everything happened at some time: " + seen);
    }

    private static List<Fix> fixes(Random random) {
        List<Fix> fixes = new ArrayList<>();
        double time = 0;
        int floor = 1;
        int far = 0;
        for (int i = 0; i < 60; i++) {
            time += random.nextInt(10) == 0 ? 4 + random.nextInt(5) : random.nextInt(3) / 2.0;
            double made = Math.max(0, time - (random.nextInt(4) == 0 ? random.nextInt(6) / 2.0 : 0));
            if (random.nextInt(12) == 0) {
                floor = 1 + random.nextInt(3);
            }
            if (random.nextInt(10) == 0) {
                far = random.nextInt(2) * 100;
            }
            String tag = List.of("uwb:A", "uwb:B", "ble:C", "ble:A", "gnss:D").get(random.nextInt(5));
            String named = random.nextInt(4) == 0 ? "" : " f" + (random.nextInt(6) == 0 ? floor + 1 : floor);
            String fault = random.nextInt(10) == 0 ? " !CLOCK_FAULT" : "";
            fixes.add(FuseStory.fix(
                    made + "s " + tag + " " + (far + random.nextInt(3)) + "," + random.nextInt(3) + named + fault + " @"
                            + time + "s",
                    i));
            if (random.nextInt(10) == 0) {
                fixes.add(fixes.get(random.nextInt(fixes.size())));
            }
        }
        return fixes;
    }

    private static List<String> obvious(List<Fix> fixes, Set<String> seen) {
        List<Taken> taken = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < fixes.size(); i++) {
            Fix fix = fixes.get(i);
            if (!taken.isEmpty() && !isNewer(fix, taken.get(taken.size() - 1).fix())) {
                seen.add("late");
                continue;
            }
            boolean outranked = fixes.subList(0, i + 1).stream()
                    .anyMatch(each -> TRUST.indexOf(each.technology()) < TRUST.indexOf(fix.technology())
                            && each.eventMillis() >= fix.eventMillis() - 5_000);
            if (outranked) {
                seen.add("outranked");
                continue;
            }
            Fix credible = lastBelieved(taken);
            boolean jump = credible != null && isJump(credible, fix);
            boolean held = jump && mayHold(taken, fix);
            taken.add(new Taken(fix, !held));
            Fix at = held && credible != null ? credible : fix;
            Double floor = floor(taken, seen);
            seen.add(held ? "held" : jump ? "gave way" : "believed");
            told.add(text(fix, at, floor, jump));
        }
        return told;
    }

    private static boolean isNewer(Fix fix, Fix last) {
        if (fix.eventMillis() != last.eventMillis()) {
            return fix.eventMillis() > last.eventMillis();
        }
        if (fix.technology() != last.technology()) {
            return TRUST.indexOf(fix.technology()) < TRUST.indexOf(last.technology());
        }
        int order = fix.providerId().compareTo(last.providerId());
        return order < 0 || (order == 0 && fix.marks().contains(Mark.CLOCK_FAULT));
    }

    private static @Nullable Fix lastBelieved(List<Taken> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            if (taken.get(i).believed()) {
                return taken.get(i).fix();
            }
        }
        return null;
    }

    private static boolean isJump(Fix from, Fix to) {
        double metres = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double millis = Math.max(100, to.eventMillis() - from.eventMillis());
        return metres - from.accuracyMetres() - to.accuracyMetres() > 8 * millis / 1000;
    }

    /** Three in a row at most, and less than ten seconds from the first of them. */
    private static boolean mayHold(List<Taken> taken, Fix fix) {
        int first = taken.size();
        while (first > 0 && !taken.get(first - 1).believed()) {
            first--;
        }
        int row = taken.size() - first;
        return row == 0
                || (row < 3 && fix.eventMillis() - taken.get(first).fix().eventMillis() < 10_000);
    }

    /** Named by the first believed fix that names one, and then by two in a row. */
    private static @Nullable Double floor(List<Taken> taken, Set<String> seen) {
        List<Double> named = taken.stream()
                .filter(each -> each.believed() && each.fix().floor() != null)
                .map(each -> each.fix().floor())
                .toList();
        Double floor = null;
        for (int i = 0; i < named.size(); i++) {
            boolean twice = i > 0 && named.get(i).equals(named.get(i - 1));
            if (floor == null || twice) {
                seen.add(floor == null || floor.equals(named.get(i)) ? "same" : "floor");
                floor = named.get(i);
            } else if (!floor.equals(named.get(i))) {
                seen.add("floor waits");
            }
        }
        return floor;
    }

    private static String text(Fix fix, Fix at, @Nullable Double floor, boolean jump) {
        StringBuilder text = new StringBuilder();
        text.append(number(fix.eventMillis() / 1000.0)).append("s ").append(at.providerId());
        text.append(' ').append(number(at.x())).append(',').append(number(at.y()));
        text.append(floor == null ? "" : " f" + number(floor));
        fix.marks().forEach(each -> text.append(' ').append(each));
        return text + (jump ? " JUMP" : "");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
