/**
 * What an alarm is: pure state machines over the log of a plant. A rule is a function of (state, input); time comes in as an argument.
 * Nothing here knows Flink, Kafka, a clock or chance.
 */
@NullMarked
package io.muster.rules;

import org.jspecify.annotations.NullMarked;
