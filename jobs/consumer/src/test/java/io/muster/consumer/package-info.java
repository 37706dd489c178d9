/** The upsert rule against a twin that thinks the long way, and one story on a real broker. */
@NullMarked
package io.muster.consumer;

import org.jspecify.annotations.NullMarked;
