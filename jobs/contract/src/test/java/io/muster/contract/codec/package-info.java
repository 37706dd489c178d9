/** Stories of this part of the contract. */
@NullMarked
package io.muster.contract.codec;

import org.jspecify.annotations.NullMarked;
