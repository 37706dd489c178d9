/** The chooser between Docker and the jars. */
@NullMarked
package io.muster.broker.testing;

import org.jspecify.annotations.NullMarked;
