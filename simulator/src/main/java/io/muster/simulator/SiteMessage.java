package io.muster.simulator;

import io.muster.simulator.radio.TimedMessage;

/** A message of one site among many. */
public record SiteMessage(String site, TimedMessage message) {}
