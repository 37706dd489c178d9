/** The measuring command: fills a history as large as a plant's, lets many users ask a real console at once, and prints how long it took. */
@NullMarked
package io.muster.console.measure;

import org.jspecify.annotations.NullMarked;
