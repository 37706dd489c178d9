/** How a job goes on where an earlier process stopped: the folder that keeps its checkpoints, and what it says when they are of no use. */
@NullMarked
package io.muster.stream.restore;

import org.jspecify.annotations.NullMarked;
