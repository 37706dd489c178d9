@NullMarked
package io.muster.stream.handover;

import org.jspecify.annotations.NullMarked;
