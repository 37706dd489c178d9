@NullMarked
package io.muster.stream.kafka;

import org.jspecify.annotations.NullMarked;
