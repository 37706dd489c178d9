@NullMarked
package io.muster.rules.watch;

import org.jspecify.annotations.NullMarked;
