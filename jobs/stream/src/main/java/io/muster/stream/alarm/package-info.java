/** Findings to alarms. Key: site, kind and subject. Remembers the open alarm. */
@NullMarked
package io.muster.stream.alarm;

import org.jspecify.annotations.NullMarked;
