package io.muster.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.launcher.report.Spread;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a control room could have measured: everything comes from the output topics and their timestamps, nothing from inside the job.
 * Safe for several threads.
 */
final class Measurements {
    /** Alarms of one kind, by id: whether it is closed. */
    private final Map<String, Map<String, Boolean>> closedByKind = new TreeMap<>();

    private final Map<String, Long> seqById = new HashMap<>();
    private final Spread alarmDelayMillis = new Spread();
    private final Spread modelDelayMillis = new Spread();
    private final Spread cycleMillis = new Spread();
    private final Spread samplingP99Millis = new Spread();
    private final Spread samplingMaxMillis = new Spread();
    private long plantEndMillis = Long.MAX_VALUE;
    private long evaluations;
    private long rejected;
    private long late;
    private long firstAlarmMillis = -1;
    private long decidedUntilMillis = Long.MIN_VALUE;
    private long countedUntilMillis = Long.MIN_VALUE;

    /** How many alarms of a kind there were, and how many of them are closed again. */
    record Tally(int raised, int cleared) {
        int open() {
            return raised - cleared;
        }
    }

    /** @param readableMillis when the record could be read: its timestamp */
    synchronized void alarm(JsonNode alarm, long readableMillis) {
        String id = alarm.path("alarm_id").asText();
        long seq = alarm.path("seq").asLong();
        Long before = seqById.get(id);
        boolean fresh = before == null;
        if (before != null && seq <= before) {
            return;
        }
        seqById.put(id, seq);
        closedByKind
                .computeIfAbsent(alarm.path("kind").asText(), kind -> new HashMap<>())
                .put(id, alarm.path("state").asText().equals("cleared"));
        Instant raised = instant(alarm, "raised_at");
        if (fresh && raised != null) {
            alarmDelayMillis.add(readableMillis - raised.toEpochMilli());
        }
        if (firstAlarmMillis < 0) {
            firstAlarmMillis = readableMillis;
        }
    }

    synchronized void compliance(JsonNode compliance, long readableMillis) {
        Instant evaluated = instant(compliance, "evaluated_at");
        if (evaluated != null) {
            decidedUntilMillis = Math.max(decidedUntilMillis, evaluated.toEpochMilli());
        }
        evaluations++;
        late += compliance.path("late").asLong();
        Instant newestFix = instant(compliance, "newest_fix_at");
        // Without a plant at work no fix is new, and no gap ends.
        if (newestFix == null || evaluated == null || evaluated.toEpochMilli() > plantEndMillis) {
            return;
        }
        modelDelayMillis.add(readableMillis - newestFix.toEpochMilli());
        if (compliance.path("cycle_ms").isNumber()) {
            cycleMillis.add(compliance.path("cycle_ms").asLong());
        }
        JsonNode gap = compliance.path("sampling_gap");
        if (gap.path("count").asLong() > 0) {
            samplingP99Millis.add(gap.path("p99_ms").asLong());
            samplingMaxMillis.add(gap.path("max_ms").asLong());
        }
    }

    /** Head counts are told every 5 s where somebody is counted, also where nobody is heard of any more. */
    synchronized void occupancy(JsonNode occupancy) {
        Instant asOf = instant(occupancy, "as_of");
        if (asOf != null) {
            countedUntilMillis = Math.max(countedUntilMillis, asOf.toEpochMilli());
        }
    }

    /** From here on the plant is still: what is evaluated later says nothing about delay and sampling. */
    synchronized void plantEnds(long endMillis) {
        plantEndMillis = endMillis;
    }

    synchronized void rejected() {
        rejected++;
    }

    synchronized Map<String, Tally> tallies() {
        Map<String, Tally> tallies = new TreeMap<>();
        closedByKind.forEach((kind, closed) -> tallies.put(kind, new Tally(closed.size(), (int)
                closed.values().stream().filter(each -> each).count())));
        return tallies;
    }

    synchronized int open() {
        return tallies().values().stream().mapToInt(Tally::open).sum();
    }

    /** Copies, so that they can be asked while more comes in. */
    synchronized Spread alarmDelayMillis() {
        return alarmDelayMillis.copy();
    }

    /** From the event time of the newest fix to the moment at which the evaluation that used it could be read. */
    synchronized Spread modelDelayMillis() {
        return modelDelayMillis.copy();
    }

    synchronized Spread cycleMillis() {
        return cycleMillis.copy();
    }

    /** The 99th percentile of each cycle. */
    synchronized Spread samplingP99Millis() {
        return samplingP99Millis.copy();
    }

    synchronized Spread samplingMaxMillis() {
        return samplingMaxMillis.copy();
    }

    /** Evaluations of the gathering model so far, with or without anybody there. */
    synchronized long evaluations() {
        return evaluations;
    }

    synchronized long rejectedCount() {
        return rejected;
    }

    synchronized long lateCount() {
        return late;
    }

    /** When the first alarm could be read, epoch milliseconds; null before. */
    synchronized @Nullable Long firstAlarmMillis() {
        return firstAlarmMillis < 0 ? null : firstAlarmMillis;
    }

    /** The latest instant that an evaluation has spoken about; the job has decided everything before. */
    synchronized long decidedUntilMillis() {
        return decidedUntilMillis;
    }

    /** The latest instant that a head count has spoken about. */
    synchronized long countedUntilMillis() {
        return countedUntilMillis;
    }

    private static @Nullable Instant instant(JsonNode value, String field) {
        String text = value.path(field).asText("");
        return text.isEmpty() || text.equals("null") ? null : Instant.parse(text);
    }
}
