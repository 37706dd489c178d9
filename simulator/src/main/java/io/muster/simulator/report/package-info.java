/**
 * The quality report: one HTML page that needs nothing but itself, for the screen and for paper. Plots are SVG written here: a chart library would need the fonts
 * of the machine that runs it, and the same run would give other bytes elsewhere. Everything that comes from a file is escaped.
 */
@NullMarked
package io.muster.simulator.report;

import org.jspecify.annotations.NullMarked;
