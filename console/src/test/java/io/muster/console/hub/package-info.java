@NullMarked
package io.muster.console.hub;

import org.jspecify.annotations.NullMarked;
