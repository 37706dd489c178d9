/** All tags of a person to one position: UWB before BLE, one person, one count. */
@NullMarked
package io.muster.rules.fuse;

import org.jspecify.annotations.NullMarked;
