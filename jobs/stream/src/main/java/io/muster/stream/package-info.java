/** How it runs: Flink stages, the one-page topology, its ends. */
@NullMarked
package io.muster.stream;

import org.jspecify.annotations.NullMarked;
