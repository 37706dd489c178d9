@NullMarked
package io.muster.rules.estimate;

import org.jspecify.annotations.NullMarked;
