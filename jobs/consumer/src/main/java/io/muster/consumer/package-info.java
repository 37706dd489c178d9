/**
 * What a control room links: the alarm topics of a site, kept as the alarms that stand now.
 *
 * <p>The sink delivers at least once, so a topic may tell a state twice, tell it again after a crash, or carry what a process that
 * lost its place still wrote. {@link io.muster.consumer.AlarmBook} applies (alarm_id, writer_epoch, seq) so that none of it shows;
 * {@link io.muster.consumer.AlarmSubscription} feeds a book from Kafka. Whoever writes a reader in another language follows the book.
 */
@NullMarked
package io.muster.consumer;

import org.jspecify.annotations.NullMarked;
