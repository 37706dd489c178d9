/** A recorded or simulated input into a live Kafka: as a site of its own, with the times of its arrival, in its own time. */
@NullMarked
package io.muster.launcher.replay;

import org.jspecify.annotations.NullMarked;
