/** What {@code verify} and {@code diff} read and print: alarms and head counts out of files or Kafka, judgements and differences as tables and figures. */
@NullMarked
package io.muster.launcher.verify;

import org.jspecify.annotations.NullMarked;
