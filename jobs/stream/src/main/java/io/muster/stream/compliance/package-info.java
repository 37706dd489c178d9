/** What the legal limits are measured on: sampling gap, delay, cycle. Key: site. */
@NullMarked
package io.muster.stream.compliance;

import org.jspecify.annotations.NullMarked;
