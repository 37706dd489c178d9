@NullMarked
package io.muster.simulator.event;

import org.jspecify.annotations.NullMarked;
