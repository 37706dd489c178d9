/**
 * Output records as one line each, as a person would read them. Read as trees, not as records, so that a value of a newer or an older
 * version still shows what it has.
 */
@NullMarked
package io.muster.launcher.lines;

import org.jspecify.annotations.NullMarked;
