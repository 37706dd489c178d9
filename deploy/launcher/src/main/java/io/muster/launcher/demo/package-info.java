/**
 * The demo: everything started side by side, watched, measured against the legal limits and compared with the simulator's truth.
 */
@NullMarked
package io.muster.launcher.demo;

import org.jspecify.annotations.NullMarked;
