/**
 * What a person at a shell sees: tables that align, Chinese included, progress that does not flood a log, numbers and times as people read them.
 */
@NullMarked
package io.muster.launcher.terminal;

import org.jspecify.annotations.NullMarked;
