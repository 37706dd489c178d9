/**
 * What must be said about people in zones, beyond how many there are (AQ 3064.3 5.2.4).
 *
 * <p>Two stages. {@code watch} (key: site and fence) reads presence changes and what plans say of the zone. {@link io.muster.rules.watch.WatchRule}
 * asks the rules about one person in one zone ({@link io.muster.rules.watch.BoundaryRule}, {@link io.muster.rules.watch.OverstayRule}, {@link
 * io.muster.rules.watch.MotionlessRule}, {@link io.muster.rules.watch.MustStayRule}, {@link io.muster.rules.watch.WrongPostRule}, {@link io.muster.rules.watch.TagLostRule}, {@link
 * io.muster.rules.watch.VisitorRule}) and those about the staff of the zone ({@link io.muster.rules.watch.OffPostRule}, {@link
 * io.muster.rules.watch.UnderStaffedRule}). The staff's are findings about the fence at once. What is about a person goes on to {@code
 * watch-person} (key: site and person): {@link io.muster.rules.watch.PersonWatchRule} makes one finding of what all zones say of this person, per kind.
 *
 * <p>Why two: one alarm is open at a time per kind and person. Somebody who walks from one forbidden zone into the next, or stands in two that
 * overlap, must have one alarm with both fences, which ends when the last of them is left. No zone can know that, since zones are keys of
 * their own; and were the findings keyed by person and fence, the control room would see two alarms about one person.
 *
 * <p>Loss is not exit: time goes on for somebody who is stale, since they are there until told otherwise. Only {@link
 * io.muster.rules.watch.MotionlessRule} does not start then: nobody knows whether they move. Somebody who is only possibly inside breaks no
 * rule, and counts as there where somebody must be.
 *
 * <p>Onsets are event time, decisions ordering time. A late presence change is one like any other: the fence stage decides whether it is news.
 *
 * <table>
 * <caption>State</caption>
 * <tr><th>state</th><th>key</th><th>written by</th><th>gone when</th></tr>
 * <tr><td>{@code WatchState.people}</td><td>site, fence, person</td><td>{@code WatchRule}</td><td>told absent</td></tr>
 * <tr><td>{@code WatchState.strayed}</td><td>site, fence, person</td><td>{@code WatchRule}</td><td>back again, or the plan no longer says that they
 * must stay</td></tr>
 * <tr><td>{@code WatchState}, the rest</td><td>site, fence</td><td>{@code WatchRule}</td><td>never: it holds the zone's rules, since when it has been
 * short of staff, and the number of its records</td></tr>
 * <tr><td>{@code PersonWatchState}</td><td>site, person</td><td>{@code PersonWatchRule}</td><td>no zone has anything to say of the person</td></tr>
 * </table>
 */
@NullMarked
package io.muster.rules.watch;

import org.jspecify.annotations.NullMarked;
