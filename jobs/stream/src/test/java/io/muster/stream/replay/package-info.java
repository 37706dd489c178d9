@NullMarked
package io.muster.stream.replay;

import org.jspecify.annotations.NullMarked;
