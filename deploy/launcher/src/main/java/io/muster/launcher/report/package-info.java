/** What commands that measure have in common: figures with targets, spreads of measured values, one object for scripts. */
@NullMarked
package io.muster.launcher.report;

import org.jspecify.annotations.NullMarked;
