@NullMarked
package io.muster.stream.restore;

import org.jspecify.annotations.NullMarked;
