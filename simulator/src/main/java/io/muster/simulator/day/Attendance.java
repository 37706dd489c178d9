package io.muster.simulator.day;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Shift;
import java.util.List;

/**
 * When members are on site. Who is there at 0 is there at the end of the cycle too, and who is not is not: a shift that began before 0 comes back in time, one
 * that would last longer than the cycle leaves before its end.
 */
public final class Attendance {
    private static final long EARLY_MILLIS = 12 * Staff.MINUTE;
    private static final long LATE_LEAST_MILLIS = 2 * Staff.MINUTE;
    private static final long LATE_MOST_MILLIS = 12 * Staff.MINUTE;
    private static final long SLACK_MILLIS = 2_000;
    private static final long FAREWELL_MILLIS = 20_000;

    private final Staff staff;

    /**
     * A stay on site, times within the cycle.
     *
     * @param beginsInside true: the member is at home at 0; false: comes in at {@code inMillis}
     * @param inMillis from when the member is on site
     * @param leaveMillis when the member sets out for the exit; the duration if {@code endsInside}
     * @param outMillis from when the member is off site, if nothing holds them up; the duration if {@code endsInside}
     * @param endsInside true: the member is at home at the end of the cycle
     */
    public record Window(boolean beginsInside, long inMillis, long leaveMillis, long outMillis, boolean endsInside) {}

    Attendance(Staff staff) {
        this.staff = staff;
    }

    /** Whether the member is on site the whole cycle. */
    boolean isAlways(Member member) {
        List<Window> windows = of(member, 0);
        return windows.size() == 1
                && windows.get(0).beginsInside()
                && windows.get(0).endsInside();
    }

    /** None, one, or two: the end of a shift, and the beginning of its next one. */
    public List<Window> of(Member member, long cycle) {
        Shift shift = staff.shift(member.crew());
        long end = staff.durationMillis();
        if (shift == null || (shift.fromMillis() <= 0 && shift.untilMillis() >= end)) {
            return List.of(new Window(true, 0, end, end, true));
        }
        Draw draw = staff.draw("shift", member, cycle);
        long early = draw.between(0L, EARLY_MILLIS);
        long late = draw.between(LATE_LEAST_MILLIS, LATE_MOST_MILLIS);
        long walk = walkMillis(member);
        boolean atPost =
                member.crew().role() == Crew.Role.GUARD || member.crew().role() == Crew.Role.CONTROL_ROOM;
        if (atPost) {
            // Who takes over is there when the shift begins, however long the way is.
            early = walk + Staff.MINUTE + early / 6;
        }
        if (shift.fromMillis() <= 0 && shift.untilMillis() > 0) {
            return ofEarlierShift(shift, early, late, walk, end);
        }
        if (shift.fromMillis() <= 0 || shift.fromMillis() >= end) {
            return List.of();
        }
        long in = Math.max(1, shift.fromMillis() - early);
        long leave = Math.min(shift.untilMillis() + late, end - walk - SLACK_MILLIS);
        Member host = member.crew().role() == Crew.Role.VISITOR ? staff.host(member) : null;
        if (host != null) {
            for (Window window : of(host, cycle)) {
                // The host is there to meet the visitor, and sees them off.
                if (window.leaveMillis() > in && window.inMillis() < leave) {
                    in = window.beginsInside() ? in : Math.max(in, window.inMillis() + Staff.MINUTE);
                    leave = window.endsInside() ? leave : Math.min(leave, window.leaveMillis() - 5 * Staff.MINUTE);
                }
            }
        }
        // A visit ends at the entrance.
        long out = leave + (member.crew().role() == Crew.Role.VISITOR ? FAREWELL_MILLIS : walk);
        return leave <= in + 2 * walk ? List.of() : List.of(new Window(false, in, leave, out, false));
    }

    /** Home, away, and back for the next time: at the same hour if that is within the cycle, else just before its end. */
    private static List<Window> ofEarlierShift(Shift shift, long early, long late, long walk, long end) {
        long leave = shift.untilMillis() + late;
        long latest = end - walk - SLACK_MILLIS;
        long natural = shift.fromMillis() + end - early;
        long in = natural < leave + walk + EARLY_MILLIS ? latest - early / 2 : Math.min(natural, latest);
        if (in <= leave + 2 * walk + Staff.MINUTE) {
            return List.of(new Window(true, 0, end, end, true));
        }
        return List.of(new Window(true, 0, leave, leave + walk, false), new Window(false, in, end, end, true));
    }

    /** From the entrance to the home, or to where the member works if that takes longer. */
    private long walkMillis(Member member) {
        Place entrance = staff.entrance(member);
        double speed = staff.speed(member);
        long walk = staff.walkMillis(entrance, staff.homes().of(member), speed);
        for (String fence : member.crew().work()) {
            walk = Math.max(
                    walk,
                    staff.walkMillis(entrance, staff.plant().stands(fence, 1).get(0), speed));
        }
        return walk;
    }
}
