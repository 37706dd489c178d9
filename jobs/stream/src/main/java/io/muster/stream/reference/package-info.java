/** Plans and people, all versions held, asked by ordering time. */
@NullMarked
package io.muster.stream.reference;

import org.jspecify.annotations.NullMarked;
