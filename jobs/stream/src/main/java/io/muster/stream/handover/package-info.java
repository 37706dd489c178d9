/**
 * What a job that starts owes to the one before it. Reads the alarms that the job tells, and once, when it opens, what {@code alarm-states} still says;
 * tells them on, tells the open ones again after a restore, and withdraws what no longer holds. One place for all sites. Remembers the open
 * alarms as last told, and what it withdrew.
 */
@NullMarked
package io.muster.stream.handover;

import org.jspecify.annotations.NullMarked;
