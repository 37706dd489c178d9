@NullMarked
package io.muster.rules.time;

import org.jspecify.annotations.NullMarked;
