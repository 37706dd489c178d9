/**
 * What really happened, written from the script and from true, noise-free positions. The code here is slow, plain and its own: it shares shapes with the rest
 * of the house, but neither the zone locator nor a rule, so that it can judge both. What nobody could call (a person on the edge, a group of just a minute) is
 * written as {@code tolerated}: an alarm may match it but need not.
 */
@NullMarked
package io.muster.simulator.truth;

import org.jspecify.annotations.NullMarked;
