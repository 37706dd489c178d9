/** What {@code ./muster alarm} does: the alarms that stand, which of them is meant, and a command that is answered. */
@NullMarked
package io.muster.launcher.alarm;

import org.jspecify.annotations.NullMarked;
