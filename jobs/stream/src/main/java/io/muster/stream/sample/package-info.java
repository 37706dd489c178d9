/** The latest position per person, at most one a second. Key: site and person. */
@NullMarked
package io.muster.stream.sample;

import org.jspecify.annotations.NullMarked;
