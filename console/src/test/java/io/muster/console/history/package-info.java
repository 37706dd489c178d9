@NullMarked
package io.muster.console.history;

import org.jspecify.annotations.NullMarked;
