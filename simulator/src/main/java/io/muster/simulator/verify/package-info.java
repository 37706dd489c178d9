/** Alarms held against truth: what was found, missed, invented, late or too early. Reads only what crossed a process border. */
@NullMarked
package io.muster.simulator.verify;

import org.jspecify.annotations.NullMarked;
