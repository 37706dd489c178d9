package io.muster.simulator.verify;

import java.util.Map;

/**
 * How alarms are held against truth.
 *
 * @param settleMillis what the job waits before it decides: an alarm is readable at {@code raised_at} plus this, where nothing better is known
 * @param readableAtMillis by alarm id, when its first record was readable (Kafka's timestamp, epoch); empty for files
 * @param allowanceMillis what {@code due} leaves between the moment from which an alarm is right and the moment from which it is late
 * @param earlyMillis an alarm may be raised this long before the moment from which it is right: noise carries people over an edge a little early
 * @param slackMillis intervals overlap if they are no further apart than this
 */
public record VerifyOptions(
        long settleMillis,
        Map<String, Long> readableAtMillis,
        long allowanceMillis,
        long earlyMillis,
        long slackMillis) {

    public VerifyOptions {
        readableAtMillis = Map.copyOf(readableAtMillis);
    }

    /** Files written at the default settle of 1 s; 5 s allowance, 5 s early, 3 s slack. */
    public static VerifyOptions files() {
        return new VerifyOptions(1_000, Map.of(), 5_000, 5_000, 3_000);
    }

    /** Alarms read from Kafka: delay counts to the record's timestamp. */
    public static VerifyOptions kafka(Map<String, Long> readableAtMillis) {
        return new VerifyOptions(1_000, readableAtMillis, 5_000, 5_000, 3_000);
    }
}
