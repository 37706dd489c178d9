package io.muster.rules.alarm;

/** A command that has been answered: the same again is not. */
public record AppliedCommand(String commandId, long atMillis) {}
