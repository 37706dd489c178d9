/** Time is carried by the log: arrival, ordering time, and how far all partitions have come. */
@NullMarked
package io.muster.rules.time;

import org.jspecify.annotations.NullMarked;
