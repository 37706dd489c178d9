/** Options: profiles, the config file, all faults together. */
@NullMarked
package io.muster.stream.config;

import org.jspecify.annotations.NullMarked;
