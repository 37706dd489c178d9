@NullMarked
package io.muster.console;

import org.jspecify.annotations.NullMarked;
