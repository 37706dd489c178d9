/**
 * What makes a gathering worse than its count: zones, permits, gas, numbers, time. May only raise.
 *
 * <p>Reads gatherings of all floors, zones of the plan, permits, gas alarms and evacuations; tells gatherings with their level and its reasons, and
 * the finding {@code gathering}. Key: site. Everything is decided at its ordering time; what comes late changes what is told from then on.
 *
 * <table>
 * <caption>State</caption>
 * <tr><th>state</th><th>key</th><th>written by</th><th>gone when</th><th>safety net</th></tr>
 * <tr><td>{@code RiskState}</td><td>site</td><td>{@code RiskRule}</td><td>a gathering: its end; a permit: no work under it, or its end; a gas alarm: it
 * rings no more; an evacuation: its end; a zone: the plan without it</td><td>none</td></tr>
 * </table>
 */
@NullMarked
package io.muster.rules.risk;

import org.jspecify.annotations.NullMarked;
