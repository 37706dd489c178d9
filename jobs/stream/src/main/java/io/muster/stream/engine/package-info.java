/** Runs a rule as a Flink operator: total order, one wake-up, state that dies with the key. */
@NullMarked
package io.muster.stream.engine;

import org.jspecify.annotations.NullMarked;
