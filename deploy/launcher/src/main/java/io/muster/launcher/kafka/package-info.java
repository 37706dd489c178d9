/**
 * What the commands do with Kafka: create the topics of a site, write plans and people, read a topic to its end, follow one.
 */
@NullMarked
package io.muster.launcher.kafka;

import org.jspecify.annotations.NullMarked;
