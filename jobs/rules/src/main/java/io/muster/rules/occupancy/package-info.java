/** Who is in a zone, and whether that is too many (PF-3b, PF-4b). */
@NullMarked
package io.muster.rules.occupancy;

import org.jspecify.annotations.NullMarked;
