package io.muster.rules.context;

/**
 * Somebody passed a gate of the production area.
 *
 * @param gateFenceId fence of role gate
 * @param trackableId who, by the card that was shown
 * @param in into the production area; false = out of it
 */
public record GatePass(String passId, String gateFenceId, String trackableId, boolean in) {}
