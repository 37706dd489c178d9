package io.muster.simulator.truth;

/**
 * A piece of somebody's way on which they may take part in a gathering: not surely in an exempt place.
 *
 * @param person position
 * @param isWatched truly not in an exempt place
 * @param isClear surely not in one, carrying UWB, and no doubt of the radio
 * @param hasUwb what the person carries
 */
record Exposure(int person, Piece piece, boolean isWatched, boolean isClear, boolean hasUwb) {}
