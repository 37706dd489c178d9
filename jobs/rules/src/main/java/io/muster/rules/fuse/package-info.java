/**
 * All tags of a person to one position: UWB before BLE, one person, one count.
 *
 * <p>Reads fixes, writes positions, keyed by (site, person). Late input, older than what is known of the person, makes no position; doubt
 * (a jump, an unknown floor) marks and never removes.
 *
 * <table>
 * <caption>State</caption>
 * <tr><th>state</th><th>key</th><th>written by</th><th>gone when</th><th>safety net</th></tr>
 * <tr><td>{@code FuseState}</td><td>site, person</td><td>{@code FuseRule}</td><td>never by the rule: the numbers of positions go on, and the
 * last confirmed floor holds however long the silence; one small record per person ever seen</td><td>none</td></tr>
 * </table>
 */
@NullMarked
package io.muster.rules.fuse;

import org.jspecify.annotations.NullMarked;
