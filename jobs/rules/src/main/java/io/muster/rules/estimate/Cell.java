package io.muster.rules.estimate;

/**
 * What is believed under one kind of noise: four ways to explain the fixes. The weights of all cells add up to 1.
 *
 * @param stands the person stands here
 * @param anew the person stands here, having stopped only lately; the lighter one of the two
 * @param walks the person walks
 * @param astray the person stands here, and the radio sees them somewhere else for a while
 */
public record Cell(Spot stands, Spot anew, Stride walks, Spot astray) {

    double weight() {
        return stands.weight() + anew.weight() + walks.weight() + astray.weight();
    }
}
