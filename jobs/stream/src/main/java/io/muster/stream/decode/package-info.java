/** Bytes to reports and references; what cannot be read has a way out. Keyed by nothing, remembers nothing. */
@NullMarked
package io.muster.stream.decode;

import org.jspecify.annotations.NullMarked;
