@NullMarked
package io.muster.console.config;

import org.jspecify.annotations.NullMarked;
