package io.muster.simulator.annex;

import io.muster.simulator.movement.Place;

/**
 * What a vendor tells of a tag.
 *
 * @param tag counted from 0 within the layout
 * @param millis simulated time at which it was measured
 * @param place with the noise
 */
record AnnexFix(int tag, long millis, Place place) {}
