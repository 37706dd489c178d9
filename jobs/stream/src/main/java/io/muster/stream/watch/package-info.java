/**
 * What must be said about people in zones. Two stages: {@code watch}, key site and fence, remembers who is inside and since when; {@code watch-person}, key
 * site and person, remembers what zones say of the person. Why two is written in {@link io.muster.rules.watch}.
 */
@NullMarked
package io.muster.stream.watch;

import org.jspecify.annotations.NullMarked;
