@NullMarked
package io.muster.stream.watch;

import org.jspecify.annotations.NullMarked;
