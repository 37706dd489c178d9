package io.muster.stream.compliance;

/** How long a tag was silent between two fixes, ms. */
public record Gap(String providerId, long millis) {}
