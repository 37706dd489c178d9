@NullMarked
package io.muster.rules.context;

import org.jspecify.annotations.NullMarked;
