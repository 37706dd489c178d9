package io.muster.stream.replay;

import java.util.Map;

/**
 * @param lines of the input
 * @param accepted lines that were not rejected
 * @param rejected lines that went to {@code rejected-updates.jsonl}
 * @param recordsPerTopic what was written, by topic without the site
 */
public record ReplaySummary(
        long lines, long accepted, long rejected, Map<String, Long> recordsPerTopic, long wallMillis) {}
