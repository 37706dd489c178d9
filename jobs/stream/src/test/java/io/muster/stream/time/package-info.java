@NullMarked
package io.muster.stream.time;

import org.jspecify.annotations.NullMarked;
