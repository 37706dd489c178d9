/**
 * What happens on purpose, played out: an event of a scenario becomes appointments of members, messages of tags and neighbouring systems, and the alarms that
 * are due because it was written so. All of it is fixed before anybody walks.
 */
@NullMarked
package io.muster.simulator.event;

import org.jspecify.annotations.NullMarked;
