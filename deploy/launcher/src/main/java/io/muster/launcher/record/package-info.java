/**
 * What passes through the input topics of a live site, as one file that replays: every input topic in the order of arrival, with the plan and the people
 * in force at its head.
 */
@NullMarked
package io.muster.launcher.record;

import org.jspecify.annotations.NullMarked;
