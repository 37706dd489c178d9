/**
 * The latest position per person, at most one a second.
 *
 * <p>Reads placed positions, writes samples, keyed by (site, person). A position that is followed by a newer one before its turn is never
 * told: fences have seen it, the gathering model does not need it. Late input does not get here.
 *
 * <table>
 * <caption>State</caption>
 * <tr><th>state</th><th>key</th><th>written by</th><th>gone when</th><th>safety net</th></tr>
 * <tr><td>{@code SampleState}</td><td>site, person</td><td>{@code SampleRule}</td><td>never by the rule: the numbers of samples go on; nothing
 * is held back for longer than the interval</td><td>none</td></tr>
 * </table>
 */
@NullMarked
package io.muster.rules.sample;

import org.jspecify.annotations.NullMarked;
