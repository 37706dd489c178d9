@NullMarked
package io.muster.console.measure;

import org.jspecify.annotations.NullMarked;
