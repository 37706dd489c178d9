@NullMarked
package io.muster.stream;

import org.jspecify.annotations.NullMarked;
