/** Kafka as ends: source, sink, ticks, writer epochs. */
@NullMarked
package io.muster.stream.kafka;

import org.jspecify.annotations.NullMarked;
