/**
 * Who must be told what, by when.
 *
 * <p>Reads changes of alarms; tells messages to people, and to whoever is on duty as a manager. Keys: site and alarm, where it is decided who is told; then
 * site and recipient, where messages are numbered. Remembers who was told what of an alarm until the alarm returns, and the number of the last message of a
 * recipient. An alarm that is put aside tells nobody anything new.
 */
@NullMarked
package io.muster.rules.notify;

import org.jspecify.annotations.NullMarked;
