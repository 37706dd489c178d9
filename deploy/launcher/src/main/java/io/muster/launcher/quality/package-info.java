/** How good the job's decisions are: the tests of AQ 3064.3 Annex A, people who walk up and away, and labelled shifts, beside naive models. */
@NullMarked
package io.muster.launcher.quality;

import org.jspecify.annotations.NullMarked;
