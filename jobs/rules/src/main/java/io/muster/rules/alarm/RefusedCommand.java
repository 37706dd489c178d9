package io.muster.rules.alarm;

import io.muster.rules.context.Notice;

/**
 * A command that was not carried out.
 *
 * @param notice the command, with the bytes as they came
 * @param why in one line
 */
public record RefusedCommand(Notice notice, String why) {}
