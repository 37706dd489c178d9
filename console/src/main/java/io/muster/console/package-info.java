/**
 * What a control room sees. A process of its own: it reads the topics of the job as any other control room does, and the job does not know of it. No alarm
 * waits for it, and what it shows now ({@code live}) never waits for what it remembers ({@code history}).
 */
@NullMarked
package io.muster.console;

import org.jspecify.annotations.NullMarked;
