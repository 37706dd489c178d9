/** Counts per zone. Key: site and fence. Remembers the members. */
@NullMarked
package io.muster.stream.occupancy;

import org.jspecify.annotations.NullMarked;
