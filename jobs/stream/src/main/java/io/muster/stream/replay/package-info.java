/** Files as ends: recorded or simulated input through the same topology, bounded, without Kafka. */
@NullMarked
package io.muster.stream.replay;

import org.jspecify.annotations.NullMarked;
