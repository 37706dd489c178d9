/**
 * A day in the plant: who is on site when, and how the hours are filled. An event asks for appointments, which win; a crew's routine fills what is left. What
 * comes out is one timeline a member, drawn from (seed, member) only.
 */
@NullMarked
package io.muster.simulator.day;

import org.jspecify.annotations.NullMarked;
