@NullMarked
package io.muster.rules.device;

import org.jspecify.annotations.NullMarked;
