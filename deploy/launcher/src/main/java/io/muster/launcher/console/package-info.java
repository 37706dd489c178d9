/** The console as a process that others start: where it was built, what it says while it starts, and that it never outlives who started it. */
@NullMarked
package io.muster.launcher.console;

import org.jspecify.annotations.NullMarked;
