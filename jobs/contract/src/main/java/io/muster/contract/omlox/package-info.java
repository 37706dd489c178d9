/**
 * Objects of the omlox Hub API 2.0.0, as they come from vendors and as we write them. Fields that are null are not written, since null
 * and absent both mean "inherit" there. {@code properties} are kept as they came, whoever put them there.
 */
@NullMarked
package io.muster.contract.omlox;

import org.jspecify.annotations.NullMarked;
