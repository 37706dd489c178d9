/**
 * What tags, gates and vendors say: findings, and notices of people. Keys: site and tag, site and person, site and vendor, site. Remembers what holds, and
 * which tags are heard.
 */
@NullMarked
package io.muster.stream.device;

import org.jspecify.annotations.NullMarked;
