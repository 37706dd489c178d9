/** Stories of this part of the contract. */
@NullMarked
package io.muster.contract;

import org.jspecify.annotations.NullMarked;
