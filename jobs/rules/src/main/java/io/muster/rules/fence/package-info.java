/**
 * Presence of a person in zones: entry confirmation, two-sided tolerance, loss that is not exit.
 *
 * <p>Reads placed positions, writes presence changes, keyed by (site, person); all zones of a person are in one state. A position older than
 * the last one changes nothing. Two things are measured in ordering time, so that silence does not stop them: how long somebody was outside,
 * and how long nothing was heard. What is told of a stay ({@code since}, {@code dwell}) is event time.
 *
 * <table>
 * <caption>State</caption>
 * <tr><th>state</th><th>key</th><th>written by</th><th>gone when</th><th>safety net</th></tr>
 * <tr><td>{@code FenceState.stays}</td><td>site, person, zone</td><td>{@code FenceRule}</td><td>exit told, or a doubt or a beginning entry
 * that came to nothing</td><td>none</td></tr>
 * <tr><td>{@code FenceState.last}</td><td>site, person</td><td>{@code FenceRule}</td><td>the last stay is gone</td><td>none</td></tr>
 * <tr><td>{@code FenceState.seq}</td><td>site, person</td><td>{@code FenceRule}</td><td>with the last stay if nothing was ever told; else never
 * by the rule: subscribers upsert by (person, writer epoch, seq), and a number told twice is an exit lost</td><td>none: small, and a number must not come again</td></tr>
 * </table>
 */
@NullMarked
package io.muster.rules.fence;

import org.jspecify.annotations.NullMarked;
