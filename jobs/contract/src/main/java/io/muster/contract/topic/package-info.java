/**
 * Names, keys and settings of topics and headers, in one place.
 */
@NullMarked
package io.muster.contract.topic;

import org.jspecify.annotations.NullMarked;
