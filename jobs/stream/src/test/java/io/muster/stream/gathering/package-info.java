@NullMarked
package io.muster.stream.gathering;

import org.jspecify.annotations.NullMarked;
