package io.muster.rules.device;

import io.muster.rules.alarm.Finding;
import org.jspecify.annotations.Nullable;

/** A finding about a tag, or what was seen of it, for who asks about the person; exactly one is there. */
public record DeviceOutput(
        @Nullable Finding finding, @Nullable TagSeen seen) {}
