/** Tag to person, in metres of the site. Key: site and tag. Remembers the clock of the tag. */
@NullMarked
package io.muster.stream.identify;

import org.jspecify.annotations.NullMarked;
