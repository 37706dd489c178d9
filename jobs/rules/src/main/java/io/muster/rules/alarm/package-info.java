/**
 * Findings to alarms with a life cycle (ISA-18.2), and what control rooms do about them.
 *
 * <p>Reads findings of every rule and commands; tells alarms at each change, again while they are open, and that they are to be forgotten; and why a
 * command was refused. Key: site, so that a command can name an alarm, an area or a person. Remembers what is open, each cleared alarm until it is
 * forgotten, what stands (silences, approvals, what is out of service) and the commands of the last hour. The order of findings and commands is that of the
 * log, so a late one is simply the next one.
 */
@NullMarked
package io.muster.rules.alarm;

import org.jspecify.annotations.NullMarked;
