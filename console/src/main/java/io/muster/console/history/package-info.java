/**
 * What the console remembers, in PostgreSQL. A reader of its own takes the topics of the job and writes them in batches; how far it came is written in the
 * same transaction, so that a record is stored once whatever is killed. When the database is away the reader waits with what it holds, Kafka keeps the
 * rest, and nothing else of the console waits: the live view does not know this package.
 */
@NullMarked
package io.muster.console.history;

import org.jspecify.annotations.NullMarked;
