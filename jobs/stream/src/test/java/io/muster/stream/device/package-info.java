@NullMarked
package io.muster.stream.device;

import org.jspecify.annotations.NullMarked;
