@NullMarked
package io.muster.rules.plan;

import org.jspecify.annotations.NullMarked;
