@NullMarked
package io.muster.contract.neighbour;

import org.jspecify.annotations.NullMarked;
