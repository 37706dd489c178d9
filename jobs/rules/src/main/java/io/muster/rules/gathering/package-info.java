/** Groups of people anywhere (PF-5a, AQ 3064.3 3.5 and 5.2.3). */
@NullMarked
package io.muster.rules.gathering;

import org.jspecify.annotations.NullMarked;
