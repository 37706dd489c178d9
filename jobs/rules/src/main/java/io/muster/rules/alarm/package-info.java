/**
 * Findings to alarms with a life cycle (ISA-18.2).
 *
 * <p>Reads findings of every rule; tells alarms at each change, again every 5 s while they are open, and that they are to be forgotten. Key:
 * site, kind and subject. Remembers the open alarm, and each cleared one until it is forgotten; then nothing. The order of findings is that of the
 * log, so a late finding is simply the next one.
 */
@NullMarked
package io.muster.rules.alarm;

import org.jspecify.annotations.NullMarked;
