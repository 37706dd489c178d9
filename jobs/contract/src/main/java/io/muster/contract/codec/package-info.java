/**
 * Bytes to records and back, at the door of the system: limits on everything that a hostile sender can grow, one reason word and one line
 * of detail for what is refused, and the same bytes for the same value on every machine.
 */
@NullMarked
package io.muster.contract.codec;

import org.jspecify.annotations.NullMarked;
