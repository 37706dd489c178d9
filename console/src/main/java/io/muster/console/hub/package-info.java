/**
 * The omlox Hub of each site (Hub API 2.0.0, REST and WebSocket): what is now, for any omlox client, and a door by which vendors' positions get into Kafka. It
 * reads Kafka by itself, so that a flood of a vendor delays nobody's live view, and knows neither database nor history.
 */
@NullMarked
package io.muster.console.hub;

import org.jspecify.annotations.NullMarked;
