@NullMarked
package io.muster.rules.notify;

import org.jspecify.annotations.NullMarked;
