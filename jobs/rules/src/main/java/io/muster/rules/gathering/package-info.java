/**
 * Groups of people anywhere (PF-5a, AQ 3064.3 3.5 and 5.2.3).
 *
 * <p>Reads samples; tells gatherings (foreseen, start, ongoing, end) with the level that their count gives, and that the model was evaluated; the
 * risk stage may raise the level. Key: site and floor. Remembers each person on the floor with the samples of the last 10 s, until they leave it,
 * are exempt, or fall silent; and each group until its gap is too long. A late sample takes its place in event time; it brings no minute that
 * nobody watched.
 *
 * <p>The steps of a look, one class each: where people stand ({@code Standing}), who is near whom ({@code Nearness}, {@code Neighbourhoods}),
 * groups without chaining ({@code Grouping}), which of them is which of before ({@code Identity}), since when it has held ({@code Onset}), what becomes of it
 * ({@code Look}), what is told ({@code Telling}).
 */
@NullMarked
package io.muster.rules.gathering;

import org.jspecify.annotations.NullMarked;
