/** What surrounds a gathering may raise its level. Key: site. Remembers what rings, who works where, which zones are dangerous, and the gatherings. */
@NullMarked
package io.muster.stream.risk;

import org.jspecify.annotations.NullMarked;
