/**
 * The tests of AQ 3064.3-2025 Annex A (A.4 gathering, A.5 over-capacity and boundary) and people who walk up and away, as traffic with a known answer; and two
 * naive models to hold the job against. Each seed is a site of its own, so that all of them go through one job.
 */
@NullMarked
package io.muster.simulator.annex;

import org.jspecify.annotations.NullMarked;
