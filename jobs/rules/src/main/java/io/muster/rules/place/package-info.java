/**
 * A position to the zones around it, by the plan in force. A pure function of both: nothing is remembered, nobody waits, and what is late
 * has not come this far.
 */
@NullMarked
package io.muster.rules.place;

import org.jspecify.annotations.NullMarked;
