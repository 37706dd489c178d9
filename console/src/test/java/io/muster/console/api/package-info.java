@NullMarked
package io.muster.console.api;

import org.jspecify.annotations.NullMarked;
