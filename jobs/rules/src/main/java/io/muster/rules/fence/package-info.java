/** Presence of a person in zones: entry confirmation, two-sided tolerance, loss that is not exit. */
@NullMarked
package io.muster.rules.fence;

import org.jspecify.annotations.NullMarked;
