@NullMarked
package io.muster.console.page;

import org.jspecify.annotations.NullMarked;
