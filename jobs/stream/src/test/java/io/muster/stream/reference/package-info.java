@NullMarked
package io.muster.stream.reference;

import org.jspecify.annotations.NullMarked;
