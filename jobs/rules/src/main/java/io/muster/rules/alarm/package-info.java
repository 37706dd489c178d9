/** Findings to alarms with a life cycle (ISA-18.2). */
@NullMarked
package io.muster.rules.alarm;

import org.jspecify.annotations.NullMarked;
