/** Random hours of random plants through the job, until an invariant breaks; and the smallest scenario that still breaks it. */
@NullMarked
package io.muster.launcher.explore;

import org.jspecify.annotations.NullMarked;
