@NullMarked
package io.muster.stream.compliance;

import org.jspecify.annotations.NullMarked;
