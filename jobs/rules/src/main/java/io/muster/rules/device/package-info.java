/** What tags and vendors say, or leave unsaid: SOS, falls, empty batteries, silence, wrong clocks, and doubts about who carries what. */
@NullMarked
package io.muster.rules.device;

import org.jspecify.annotations.NullMarked;
