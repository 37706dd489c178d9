/** Gatherings per floor. Key: site and floor. Remembers the samples of the last seconds and the groups. */
@NullMarked
package io.muster.stream.gathering;

import org.jspecify.annotations.NullMarked;
