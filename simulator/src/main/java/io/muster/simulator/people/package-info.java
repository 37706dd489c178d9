/** Who there is: people with an id, a department, tags and a way through the day. What a person is depends on (seed, index) only, never on how many there are. */
@NullMarked
package io.muster.simulator.people;

import org.jspecify.annotations.NullMarked;
