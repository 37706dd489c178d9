package io.muster.rules.device;

/** The button of a tag is pressed; nothing is remembered of one that is not. */
public record SosState(boolean pressed) {}
