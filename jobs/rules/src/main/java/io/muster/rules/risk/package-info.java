/** What makes a gathering worse than its count: zones, permits, gas, numbers, time. May only raise. */
@NullMarked
package io.muster.rules.risk;

import org.jspecify.annotations.NullMarked;
