/** Changes of alarms to messages to people. Keys: site and alarm; site and recipient. Remembers who was told what of an alarm that holds. */
@NullMarked
package io.muster.stream.notify;

import org.jspecify.annotations.NullMarked;
