/**
 * This process as a neighbour of others: ends cleanly on Ctrl-C, knows its build, keeps logs and temporary files where they belong.
 */
@NullMarked
package io.muster.launcher.process;

import org.jspecify.annotations.NullMarked;
