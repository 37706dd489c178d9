/** Findings and commands to alarms. Key: site. Remembers what is open, what stands, and what waits to be forgotten. */
@NullMarked
package io.muster.stream.alarm;

import org.jspecify.annotations.NullMarked;
