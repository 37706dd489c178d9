/** Tells zones which limits are in force. Key: site. Remembers the zones in force and the versions to come. */
@NullMarked
package io.muster.stream.plan;

import org.jspecify.annotations.NullMarked;
