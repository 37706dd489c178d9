/**
 * People and the tags that they carry: omlox Trackables, one per line, read whole or refused with all faults.
 */
@NullMarked
package io.muster.contract.people;

import org.jspecify.annotations.NullMarked;
