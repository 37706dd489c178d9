package io.muster.stream.handover;

/**
 * An alarm that a job withdrew because it did not tell it. Should it tell it after all, its numbers go on above the withdrawal; also after a restart, since
 * the stage that counts knows nothing of it.
 *
 * @param seq number of the withdrawal
 */
public record Withdrawn(String site, String alarmId, long seq) {}
