@NullMarked
package io.muster.stream.config;

import org.jspecify.annotations.NullMarked;
