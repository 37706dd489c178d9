/** What a plan says of zones, and which version is in force when. */
@NullMarked
package io.muster.rules.plan;

import org.jspecify.annotations.NullMarked;
