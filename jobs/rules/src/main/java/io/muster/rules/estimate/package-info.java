/**
 * Where a person is, from noisy fixes: knows standing from walking, so that averaging pays while somebody stands, and lets go when they leave.
 *
 * <p>Reads fixes of one person in the order of event time, gives a {@link io.muster.rules.estimate.Track}: the estimate, and all that is remembered.
 * Pure, bounded memory, nothing but double arithmetic: equal fixes give equal bits. The model is told in {@code docs/gathering-model.md}.
 */
@NullMarked
package io.muster.rules.estimate;

import org.jspecify.annotations.NullMarked;
