@NullMarked
package io.muster.console.admin;

import org.jspecify.annotations.NullMarked;
