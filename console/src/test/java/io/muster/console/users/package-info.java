@NullMarked
package io.muster.console.users;

import org.jspecify.annotations.NullMarked;
