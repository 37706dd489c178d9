/**
 * What the vendors say about where people are: positions with named errors, beacon sightings, loss, delay, duplicates, disorder. Reads true positions, writes
 * messages; nothing of it flows back into the truth.
 */
@NullMarked
package io.muster.simulator.radio;

import org.jspecify.annotations.NullMarked;
