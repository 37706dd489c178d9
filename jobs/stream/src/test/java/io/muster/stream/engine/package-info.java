@NullMarked
package io.muster.stream.engine;

import org.jspecify.annotations.NullMarked;
