/**
 * The demo plant: its areas, paths and work spots, and the plan made from them. The plan that everybody else reads is the shipped file
 * {@code demo-plan.geojson}; a test holds it equal to what is written here.
 */
@NullMarked
package io.muster.simulator.plant;

import org.jspecify.annotations.NullMarked;
