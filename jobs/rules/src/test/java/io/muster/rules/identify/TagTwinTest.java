package io.muster.rules.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.rules.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random tags against the obvious: at each fix the whole past is looked through again. */
class TagTwinTest {
    private record Seen(int time, int made, int x, int y, String carrier) {}

    @Test
    void newsIsWhatThePastSays() {
        Set<String> kinds = new HashSet<>();
        for (long seed = 1; seed <= Seeds.upTo(500); seed++) {
            Random random = new Random(seed);
            List<Seen> history = history(random);
            TagStory story = new TagStory();
            for (Seen each : history) {
                if (each.carrier().equals("?T1")) {
                    story.carriedByNobody();
                } else {
                    story.carriedBy(each.carrier());
                }
                story.made(each.time() + "s", each.made() + "s", each.x() + "," + each.y());
            }
            story.until("9999s");
            List<String> expected = obvious(history);
            assertEquals(expected, story.told(), "seed " + seed + ": " + history);
            assertEquals(history.size(), story.fixes(), "nothing that arrives is dropped, seed " + seed);
            expected.forEach(each -> kinds.add(each.split(" ")[1]));
        }
        assertTrue(kinds.containsAll(
                Set.of("HEARD", "SILENT", "GONE", "JUMPED", "SETTLED", "CLOCK_WRONG", "CLOCK_RIGHT")));
    }

    private static List<Seen> history(Random random) {
        List<Seen> history = new ArrayList<>();
        int time = 0;
        String carrier = "A";
        int far = 0;
        for (int i = 0; i < 40; i++) {
            time += random.nextInt(12) == 0 ? random.nextInt(90) : random.nextInt(4);
            if (random.nextInt(10) == 0) {
                carrier = List.of("A", "B", "?T1").get(random.nextInt(3));
            }
            if (random.nextInt(10) == 0) {
                far = random.nextInt(3) * 40;
            }
            int made = time
                    + switch (random.nextInt(6)) {
                        case 0 -> 3 + random.nextInt(5);
                        case 1 -> -4 - random.nextInt(20);
                        default -> -random.nextInt(4);
                    };
            history.add(new Seen(time, made, far + random.nextInt(3), random.nextInt(30), carrier));
        }
        return history;
    }

    /** Whole seconds; a clock more than 2 s ahead is wrong, and arrival stands for its time. */
    private static List<String> obvious(List<Seen> history) {
        List<String> told = new ArrayList<>();
        Integer jumped = null;
        for (int i = 0; i < history.size(); i++) {
            Seen now = history.get(i);
            Seen last = i == 0 ? null : history.get(i - 1);
            boolean isBack = last == null || now.time() - last.time() > 30;
            Seen newest = null;
            int since = 0;
            for (Seen each : history.subList(0, i)) {
                if (newest == null || own(each) >= own(newest)) {
                    // With a doubtful time it may have been on its way ever since the last good one.
                    since = newest != null && isDoubtful(each) ? Math.min(since, earliest(each)) : earliest(each);
                    newest = each;
                } else if (isDoubtful(each)) {
                    since = Math.min(since, earliest(each));
                }
            }
            boolean isSame = last != null && last.carrier().equals(now.carrier());
            if (last != null && !isSame && !isBack) {
                told.add(text(now.time(), "GONE", last.carrier()));
            }
            if (isBack || !isSame) {
                told.add(text(now.time(), "HEARD", now.carrier()));
            }
            boolean wasWrong = wrongAfter(history, i - 1) && !isBack;
            boolean isWrong = wrongAfter(history, i);
            if (isWrong && !wasWrong) {
                told.add(text(now.time(), "CLOCK_WRONG", now.carrier()));
            } else if (wasWrong && !isWrong) {
                told.add(text(now.time(), "CLOCK_RIGHT", now.carrier()));
            }
            jumped = isBack || !isSame ? null : jumped;
            boolean isJump = false;
            if (newest != null && isSame && own(now) >= own(newest)) {
                double metres = Math.hypot(now.x() - newest.x(), now.y() - newest.y());
                if (metres > 10 + 0.5 + 0.5 + 3 * Math.max(0, (isDoubtful(now) ? now.time() : own(now)) - since)) {
                    isJump = true;
                    told.add(text(now.time(), "JUMPED", now.carrier())
                            + String.format(
                                    Locale.ROOT, " %d.0,%d.0 to %d.0,%d.0", newest.x(), newest.y(), now.x(), now.y()));
                }
            }
            if (isJump) {
                jumped = now.time();
            } else if (jumped != null && now.time() - jumped >= 5) {
                told.add(text(now.time(), "SETTLED", now.carrier()));
                jumped = null;
            }
            boolean isLast = i == history.size() - 1;
            if (isLast || history.get(i + 1).time() - now.time() > 30) {
                if (isWrong) {
                    told.add(text(now.time() + 30, "CLOCK_RIGHT", now.carrier()));
                }
                told.add(text(now.time() + 30, "SILENT", now.carrier()));
            }
        }
        return told;
    }

    /** Whether a wrong clock is said after this fix: one was wrong since the last silence, less than ten seconds before. */
    private static boolean wrongAfter(List<Seen> history, int index) {
        boolean wrong = false;
        int since = 0;
        for (int i = 0; i <= index; i++) {
            Seen each = history.get(i);
            if (i > 0 && each.time() - history.get(i - 1).time() > 30) {
                wrong = false;
            }
            if (each.made() - each.time() > 2) {
                wrong = true;
                since = each.time();
            } else if (wrong && each.time() - since >= 10) {
                wrong = false;
            }
        }
        return wrong;
    }

    private static boolean isDoubtful(Seen each) {
        return each.made() - each.time() > 2 || each.time() - each.made() > 5;
    }

    private static int earliest(Seen each) {
        return Math.min(each.made(), own(each));
    }

    private static int own(Seen each) {
        return each.made() - each.time() > 2 ? each.time() : each.made();
    }

    private static String text(int time, String kind, String carrier) {
        return time + ".0 " + kind + " " + carrier + (carrier.startsWith("?") ? "?" : "");
    }
}
