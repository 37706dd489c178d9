package io.muster.rules.device;

import io.muster.rules.alarm.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a tag of which something is told.
 *
 * @param silentMillis since when an unknown tag has been silent, ordering time; null = it is heard, or known
 * @param told findings that hold
 * @param seq number of the last finding
 */
public record DeviceState(@Nullable Long silentMillis, List<Finding> told, long seq) {}
