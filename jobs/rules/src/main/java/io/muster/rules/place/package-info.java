/** A position to the zones around it, by the plan in force. */
@NullMarked
package io.muster.rules.place;

import org.jspecify.annotations.NullMarked;
