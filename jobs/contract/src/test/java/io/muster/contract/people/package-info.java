/** Stories of this part of the contract. */
@NullMarked
package io.muster.contract.people;

import org.jspecify.annotations.NullMarked;
