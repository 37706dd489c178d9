package io.muster.rules.notify;

/**
 * A message with its place among those of its recipient.
 *
 * @param seq from 1
 */
public record NumberedMessage(Message message, long seq) {}
