/** Stories of this part of the contract. */
@NullMarked
package io.muster.contract.plan;

import org.jspecify.annotations.NullMarked;
