package io.muster.stream.engine;

import io.muster.rules.Ordered;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a rule that throws, which is a fault of ours. A job that restarted would read the same record again, and fail again, for ever: no alarm for
 * the whole plant. So a live job leaves out that one step: rules are pure, so the key has the state that it had. It is logged with the record's place in the
 * log, and counted ({@code rule_faults}). A job that reads files stops, so that tests and explorations find it.
 */
public final class RuleFaults {
    /** Global parameter of a job: {@link #SKIP}, or anything else, which stops it. */
    public static final String PARAMETER = "muster.rule-faults";

    public static final String SKIP = "skip";

    private static final Logger LOG = LoggerFactory.getLogger(RuleFaults.class);
    /** The first so many are logged, then one in so many. */
    private static final long LOGGED = 100;

    private final String stage;
    private final boolean skips;
    private final Counter faults;

    RuleFaults(String stage, RuntimeContext context) {
        this.stage = stage;
        this.skips = SKIP.equals(context.getGlobalJobParameters().get(PARAMETER));
        this.faults = context.getMetricGroup().counter("rule_faults");
    }

    /** For a job that must go on. */
    public static Map<String, String> skip() {
        return Map.of(PARAMETER, SKIP);
    }

    /** @throws RuntimeException the same, where the job stops */
    void ofInput(Ordered input, RuntimeException fault) {
        take(
                "an input of " + input.origin() + "-" + input.partition() + " at offset " + input.offset() + " at "
                        + input.timeMillis(),
                fault);
    }

    /** @throws RuntimeException the same, where the job stops */
    void ofWake(long atMillis, RuntimeException fault) {
        take("its wake-up at " + atMillis, fault);
    }

    private void take(String what, RuntimeException fault) {
        if (!skips) {
            throw fault;
        }
        faults.inc();
        if (faults.getCount() <= LOGGED || faults.getCount() % LOGGED == 0) {
            LOG.error("The rule of stage {} failed on {}; left out ({} so far)", stage, what, faults.getCount(), fault);
        }
    }
}
