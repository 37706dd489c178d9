/**
 * A real Apache Kafka on this machine without an installation: the broker's own jars, run as a child process on 127.0.0.1.
 *
 * <p>{@link io.muster.broker.KafkaProcess} is the parent's side: it writes the settings, starts the child with the class path of
 * this JVM, waits until the broker answers, and ends it. {@link io.muster.broker.BrokerMain} is the child's side. The child holds
 * nothing but Kafka; what the two share is the command line and a pipe, and the end of the pipe is the end of the child.
 */
@NullMarked
package io.muster.broker;

import org.jspecify.annotations.NullMarked;
