/** Where the traffic goes: a Kafka cluster or a file of envelopes that replays. */
@NullMarked
package io.muster.simulator.sink;

import org.jspecify.annotations.NullMarked;
