/**
 * Kafka for tests, of this module and of others: Testcontainers where a Docker engine answers, the broker from the jars where none
 * does. In the main sources because tests of other modules use it; nothing that runs in a plant does.
 */
@NullMarked
package io.muster.broker.testing;

import org.jspecify.annotations.NullMarked;
