/** What administrators change of a site: its plan and its people, as records of the site's topics. Needs Kafka, and no database. */
@NullMarked
package io.muster.console.admin;

import org.jspecify.annotations.NullMarked;
