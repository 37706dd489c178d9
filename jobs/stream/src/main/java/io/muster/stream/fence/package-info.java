/** Presence on every fix. Key: site and person. Remembers where the person is present. */
@NullMarked
package io.muster.stream.fence;

import org.jspecify.annotations.NullMarked;
