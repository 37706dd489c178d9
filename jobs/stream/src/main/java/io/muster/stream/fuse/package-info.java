/** All tags of a person to one position, then its zones. Key: site and person. Remembers the newest fix of each technology. */
@NullMarked
package io.muster.stream.fuse;

import org.jspecify.annotations.NullMarked;
