/**
 * What neighbouring systems and control rooms said: permits, gas alarms, evacuations, gate passes, commands. Records only; each rule reads what
 * it needs.
 */
@NullMarked
package io.muster.rules.context;

import org.jspecify.annotations.NullMarked;
