/**
 * What happens on purpose: scripted situations whose times are known before anybody walks. The script fixes when somebody crosses an edge, and the way is made
 * to fit; so the truth is what was written, not what was measured. All of it is true and free of noise.
 */
@NullMarked
package io.muster.simulator.scenario;

import org.jspecify.annotations.NullMarked;
