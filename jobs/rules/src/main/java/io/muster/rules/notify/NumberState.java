package io.muster.rules.notify;

/** @param seq number of the last message of a recipient: one that is told twice would be taken for a repetition */
public record NumberState(long seq) {}
