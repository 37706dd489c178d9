/** Who may log in, what they may see and do, and the written record of what they did. */
@NullMarked
package io.muster.console.users;

import org.jspecify.annotations.NullMarked;
