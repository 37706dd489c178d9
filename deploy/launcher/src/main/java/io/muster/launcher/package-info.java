/**
 * The commands: one small class for each, that reads its options, calls what does the work and says what came of it. Exit code 0: did its
 * job; 1: found what it was asked to look for; 2: bad usage or bad input, with one clear line saying what and where.
 */
@NullMarked
package io.muster.launcher;

import org.jspecify.annotations.NullMarked;
