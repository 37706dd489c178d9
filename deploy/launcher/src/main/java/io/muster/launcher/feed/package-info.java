/** What a positioning vendor wants to know of its own feed: how often, how late, how true; measured at the topics, without a job. */
@NullMarked
package io.muster.launcher.feed;

import org.jspecify.annotations.NullMarked;
