/** What is known of a person beside positions. */
@NullMarked
package io.muster.rules.person;

import org.jspecify.annotations.NullMarked;
