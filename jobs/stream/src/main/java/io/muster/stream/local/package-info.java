/** Ends within one process: a feed of records in, a drain of records out. Files in `replay`, lists in tests. */
@NullMarked
package io.muster.stream.local;

import org.jspecify.annotations.NullMarked;
