package io.muster.simulator.annex;

/**
 * What a model says of a site at a moment.
 *
 * @param warning a gathering warning stands
 * @param together how many it counts in the largest gathering; 0 where it knows of none
 * @param inside how many it counts in the fence
 * @param overfull an over-capacity alarm stands
 */
record View(boolean warning, int together, int inside, boolean overfull) {

    boolean isWrong(Question question) {
        return switch (question) {
            case SIX_ARE_TOGETHER -> !warning || together < 6;
            case FIVE_ARE_TOGETHER -> warning && together >= 6;
            case ZONE_IS_OVERFULL -> !overfull;
            case ZONE_IS_NOT_OVERFULL -> overfull;
            case NOBODY_IS_INSIDE -> inside > 0;
            case ONE_IS_INSIDE -> inside == 0;
            case THREE_COME_AND_GO -> false;
        };
    }
}
