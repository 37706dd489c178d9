@NullMarked
package io.muster.rules.identify;

import org.jspecify.annotations.NullMarked;
