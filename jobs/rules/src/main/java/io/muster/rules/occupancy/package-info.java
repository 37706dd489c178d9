/**
 * Who is in a zone, and whether that is too many (PF-3b, PF-4b).
 *
 * <p>Reads presence changes and what plans say of the zone; tells counts and the finding {@code over_capacity}. Key: site and fence. Remembers
 * the people inside until they are told absent, and a few numbers of the zone for good. A late presence change is one like any other: it is
 * the fence stage that decides whether it is news.
 */
@NullMarked
package io.muster.rules.occupancy;

import org.jspecify.annotations.NullMarked;
