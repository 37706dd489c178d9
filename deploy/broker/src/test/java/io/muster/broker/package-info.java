/** The broker from the jars, started, restarted, refused and orphaned. */
@NullMarked
package io.muster.broker;

import org.jspecify.annotations.NullMarked;
