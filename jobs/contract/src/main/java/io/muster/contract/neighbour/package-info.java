/** What tags say of themselves, and what neighbouring systems and control rooms send: read whole, or refused whole with the reason. */
@NullMarked
package io.muster.contract.neighbour;

import org.jspecify.annotations.NullMarked;
