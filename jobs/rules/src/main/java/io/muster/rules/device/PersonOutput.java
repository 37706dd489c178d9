package io.muster.rules.device;

import io.muster.rules.alarm.Finding;
import io.muster.rules.person.PersonNotice;
import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there. */
public record PersonOutput(
        @Nullable Finding finding, @Nullable PersonNotice notice) {}
