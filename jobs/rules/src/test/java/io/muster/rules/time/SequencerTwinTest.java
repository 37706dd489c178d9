package io.muster.rules.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random partitions against the obvious: the whole log is read again after each record, with nothing kept but the result. */
class SequencerTwinTest {
    private static final long SETTLE = 1_000;

    /** @param what expect, record, open, tick, all or gone */
    private record Entry(String what, String partition, long millis) {}

    @Test
    void timeIsWhatTheWholeLogSays() {
        for (long seed = 1; seed <= Seeds.upTo(300); seed++) {
            Random random = new Random(seed);
            Sequencer<String> time = new Sequencer<>(SETTLE, false);
            List<Entry> log = new ArrayList<>();
            List<String> out = new ArrayList<>();
            long now = 10_000;
            for (int step = 0; step < 80; step++) {
                now += random.nextInt(400);
                String partition = List.of("A", "B", "C").get(random.nextInt(3));
                int what = random.nextInt(20);
                long stamp = now - (random.nextInt(5) == 0 ? random.nextInt(3_000) : 0);
                Entry entry = new Entry(
                        what == 0 ? "gone" : what == 1 ? "expect" : what < 4 ? "open" : what < 11 ? "record" : "tick",
                        partition,
                        stamp);
                log.add(entry);
                play(time, entry, out, step);
                Obvious obvious = new Obvious();
                for (int i = 0; i < log.size(); i++) {
                    obvious.read(log.get(i), i);
                }
                assertEquals(obvious.watermark, time.watermarkMillis(), "seed " + seed + " step " + step);
                assertEquals(obvious.out, out, "seed " + seed + " step " + step);
                if (random.nextInt(15) == 0) {
                    time = restored(time);
                }
            }
        }
    }

    private static void play(Sequencer<String> time, Entry entry, List<String> out, int number) {
        switch (entry.what()) {
            case "gone" -> time.gone(entry.partition(), (value, at) -> out.add(value + "@" + at));
            case "expect" -> time.expect(entry.partition());
            case "open" -> time.opening(entry.partition(), entry.millis());
            case "tick" -> time.tick(entry.partition(), entry.millis(), (value, at) -> out.add(value + "@" + at));
            default ->
                time.record(entry.partition(), entry.millis(), "r" + number, (value, at) -> out.add(value + "@" + at));
        }
    }

    /** From a checkpoint: whatever happened before makes no difference. */
    private static Sequencer<String> restored(Sequencer<String> before) {
        Sequencer<String> after = new Sequencer<>(SETTLE, false);
        after.restore(before.partitions(), before.watermarkMillis());
        before.eachHeld(after::restoreHeld);
        return after;
    }

    private static final class Obvious {
        private static final class Partition {
            String name = "";
            long arrival = Long.MIN_VALUE;
            long tick = Long.MIN_VALUE;
            boolean joined;
            boolean opened;
            final List<String> held = new ArrayList<>();
        }

        final List<String> out = new ArrayList<>();
        long watermark = Sequencer.NOTHING_DECIDED;
        private final List<Partition> partitions = new ArrayList<>();

        void read(Entry entry, int number) {
            Partition the = null;
            for (Partition each : partitions) {
                the = each.name.equals(entry.partition()) ? each : the;
            }
            if (entry.what().equals("gone")) {
                if (the != null) {
                    partitions.remove(the);
                    long at = Math.max(the.arrival, watermark + 1);
                    the.held.forEach(each -> out.add(each + "@" + at));
                    look();
                }
                return;
            }
            if (the == null) {
                the = new Partition();
                the.name = entry.partition();
                partitions.add(the);
                the.opened = entry.what().equals("expect");
            }
            if (entry.what().equals("expect")) {
                return;
            }
            the.arrival = Math.max(the.arrival, entry.millis());
            switch (entry.what()) {
                case "open" -> the.opened = true;
                case "tick" -> {
                    the.tick = the.arrival;
                    the.joined = true;
                    the.opened = true;
                    for (String each : the.held) {
                        out.add(each + "@" + the.arrival);
                    }
                    the.held.clear();
                    look();
                }
                default -> {
                    if (the.joined) {
                        out.add("r" + number + "@" + the.arrival);
                    } else {
                        the.held.add("r" + number);
                    }
                }
            }
        }

        private void look() {
            long oldest = Long.MAX_VALUE;
            for (Partition each : partitions) {
                if (each.opened && !each.joined) {
                    return;
                }
                if (each.joined) {
                    oldest = Math.min(oldest, each.tick);
                }
            }
            if (oldest != Long.MAX_VALUE) {
                watermark = Math.max(watermark, oldest - SETTLE - 1);
            }
        }
    }
}
