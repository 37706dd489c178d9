/** Stories of this part of the contract. */
@NullMarked
package io.muster.contract.topic;

import org.jspecify.annotations.NullMarked;
