/**
 * Values of our own topics. Every field is always written, null where it does not apply, so that a reader sees the whole shape in one
 * message. Lists and maps are never null; maps are written sorted by key.
 */
@NullMarked
package io.muster.contract.value;

import org.jspecify.annotations.NullMarked;
