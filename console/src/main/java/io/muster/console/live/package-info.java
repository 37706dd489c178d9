/**
 * What is now, in memory and from Kafka alone: people, zones, gatherings, alarms, tags. It knows neither database nor history, so that nothing that happens to
 * them delays it.
 */
@NullMarked
package io.muster.console.live;

import org.jspecify.annotations.NullMarked;
