package io.muster.rules.gathering;

/** Provisional. */
public record GatheringState(String site, double floor) {}
