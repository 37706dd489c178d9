/** The latest position per person, at most one a second. */
@NullMarked
package io.muster.rules.sample;

import org.jspecify.annotations.NullMarked;
