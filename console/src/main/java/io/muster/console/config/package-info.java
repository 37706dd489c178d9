/** What can be set, checked once and with all faults together. */
@NullMarked
package io.muster.console.config;

import org.jspecify.annotations.NullMarked;
