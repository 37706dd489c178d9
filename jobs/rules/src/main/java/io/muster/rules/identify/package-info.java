/** Tag to person: whose fix is it, how far is its clock to be trusted, where is it in metres of the site. */
@NullMarked
package io.muster.rules.identify;

import org.jspecify.annotations.NullMarked;
