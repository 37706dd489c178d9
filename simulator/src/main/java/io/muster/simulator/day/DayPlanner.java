package io.muster.simulator.day;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Attendance.Window;
import io.muster.simulator.movement.CycleMotion;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.Plant;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Plans days: the appointments of events win, then those without a line, then the routine of the crew; at home is where a member is in what is left. A day
 * depends on (seed, member, cycle) and the appointments only. Safe for several threads.
 */
public final class DayPlanner {
    private static final long SHORTEST_MILLIS = 30_000;
    private static final long SLACK_MILLIS = 2_000;

    private final long seed;
    private final Staff staff;
    private final Attendance attendance;
    private final WorkTurns turns;
    private final Works works;
    private final Lunches lunches;
    private final Tours tours;
    private final Rooms rooms;

    /**
     * @param scenario its shifts and how long a cycle lasts
     * @param members everybody
     */
    public DayPlanner(Plant plant, long seed, Scenario scenario, List<Member> members) {
        this.seed = seed;
        staff = new Staff(plant, seed, scenario, members);
        attendance = new Attendance(staff);
        WorkPlaces places = new WorkPlaces(staff);
        turns = new WorkTurns(staff, attendance, places);
        works = new Works(staff, places);
        lunches = new Lunches(staff);
        tours = new Tours(staff, attendance);
        rooms = new Rooms(staff);
    }

    /** Where everybody is when nothing else is on. */
    public Homes homes() {
        return staff.homes();
    }

    /** When everybody is on site, as far as no appointment holds them up. */
    public Attendance attendance() {
        return attendance;
    }

    /** How fast a member walks on the flat, 0.9 to 1.5 metres per second; a floor on a stair takes 12 s more. */
    public double speed(Member member) {
        return staff.speed(member);
    }

    /**
     * The day of a member.
     *
     * @param scripted what events ask of this member, in any order, times in this cycle; appointments of others are passed over. One with line 0 is dropped
     *     where it does not fit
     * @return from 0 to the duration; at both ends the member is in the same state at the same place
     */
    public Timeline timeline(Member member, List<Appointment> scripted, long cycle) {
        List<Window> windows = attendance.of(member, cycle);
        Place entrance = staff.entrance(member);
        boolean inside = !windows.isEmpty() && windows.get(0).beginsInside();
        Timeline.Builder timeline = Timeline.from(inside ? border(member) : entrance, 0);
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            timeline.absentUntil(window.inMillis());
            Itinerary itinerary = open(member, windows, i, scripted, new ArrayList<>());
            routine(member, window, cycle, itinerary);
            itinerary.write(timeline);
        }
        return timeline.absentUntil(staff.durationMillis()).build();
    }

    /**
     * Where a member truly is, over all cycles, swaying where they stand; a cycle is planned when somebody first asks for it.
     *
     * @param scripted what events ask of this member in a cycle; a pure function
     */
    public CycleMotion motion(Member member, LongFunction<List<Appointment>> scripted) {
        return new CycleMotion(
                staff.durationMillis(),
                cycle -> timeline(member, scripted.apply(cycle), cycle),
                new Sway(Draw.of(seed, "sway " + member.crew().id(), member.number())));
    }

    /**
     * Which of the scripted appointments cannot be kept, because the member is not on site, there is no way, or the time is too short for it.
     *
     * @return sentences, each beginning with the line of the file and ": "
     */
    public List<String> unreachable(Member member, List<Appointment> scripted, long cycle) {
        List<String> faults = new ArrayList<>();
        List<Window> windows = attendance.of(member, cycle);
        for (int i = 0; i < windows.size(); i++) {
            open(member, windows, i, scripted, faults);
        }
        for (Appointment each : own(member, scripted)) {
            if (each.line() > 0 && windows.stream().noneMatch(window -> covers(window, each))) {
                faults.add(sentence(each, "is not on site then"));
            }
        }
        return faults;
    }

    /** An itinerary from border to border, with all appointments that fit. */
    private Itinerary open(
            Member member, List<Window> windows, int number, List<Appointment> scripted, List<String> faults) {
        Window window = windows.get(number);
        List<Appointment> own = own(member, scripted).stream()
                .filter(each -> covers(window, each))
                .toList();
        Place entrance = staff.entrance(member);
        Itinerary itinerary = new Itinerary(staff.plant(), staff.speed(member));
        itinerary.border(window.beginsInside() ? border(member) : entrance, window.inMillis());
        if (window.endsInside()) {
            itinerary.border(border(member), staff.durationMillis());
        } else {
            long latest = number + 1 < windows.size()
                    ? windows.get(number + 1).inMillis() - Staff.MINUTE
                    : staff.durationMillis() - SLACK_MILLIS;
            itinerary.border(entrance, Math.max(window.outMillis(), Math.min(latest, out(member, own))));
        }
        for (Appointment each : own) {
            Stay stay = new Stay(each.fromMillis(), each.untilMillis(), each.place(), each.activity(), null, false);
            if (!itinerary.addWhole(stay) && each.line() > 0) {
                faults.add(sentence(each, why(itinerary, stay)));
            }
        }
        return itinerary;
    }

    /** When the member is off site if the last appointment holds them up. */
    private long out(Member member, List<Appointment> own) {
        long out = 0;
        for (Appointment each : own) {
            if (each.line() > 0 && staff.plant().isReachable(each.place())) {
                long walk = staff.walkMillis(each.place(), staff.entrance(member), staff.speed(member));
                out = Math.max(out, each.untilMillis() + walk);
            }
        }
        return out;
    }

    private void routine(Member member, Window window, long cycle, Itinerary itinerary) {
        Crew.Role role = member.crew().role();
        works.addTalk(member, cycle, itinerary);
        tours.add(member, cycle, itinerary);
        boolean workFirst = role == Crew.Role.GUARD || works.isGuardian(member);
        if (!workFirst) {
            lunches.add(member, cycle, itinerary);
        }
        works.addPermit(member, cycle, itinerary);
        for (Stay turn : turns.of(member)) {
            itinerary.addPieces(
                    turn.between(
                            Math.max(turn.fromMillis(), window.inMillis()),
                            Math.min(turn.untilMillis(), window.leaveMillis())),
                    2 * SHORTEST_MILLIS);
        }
        if (workFirst) {
            lunches.add(member, cycle, itinerary);
        }
        if (role == Crew.Role.OFFICE) {
            rooms.add(member, cycle, itinerary);
        }
        itinerary.addPieces(
                Stay.at(staff.homes().of(member), window.inMillis(), window.leaveMillis()), SHORTEST_MILLIS);
    }

    /** Where the member is at both ends of a cycle, if on site. */
    private Place border(Member member) {
        Place work = turns.atBorder(member);
        return work == null ? staff.homes().of(member) : work;
    }

    /** Those of events first, then by time. */
    private static List<Appointment> own(Member member, List<Appointment> scripted) {
        return scripted.stream()
                .filter(each -> each.member().equals(member.name()))
                .sorted(Comparator.comparing((Appointment each) -> each.line() == 0)
                        .thenComparingLong(Appointment::fromMillis))
                .toList();
    }

    private static boolean covers(Window window, Appointment each) {
        return each.fromMillis() >= window.inMillis() && each.fromMillis() <= window.leaveMillis();
    }

    private static String why(Itinerary itinerary, Stay stay) {
        try {
            long late = itinerary.lateMillis(stay);
            return late == Long.MAX_VALUE
                    ? "is not on site then"
                    : "cannot be on time: " + (late + 999) / 1000 + " s are missing for the way";
        } catch (IllegalArgumentException e) {
            return "cannot get there: " + e.getMessage();
        }
    }

    private static String sentence(Appointment each, String what) {
        return each.line() + ": " + each.member() + " " + what + " (" + each.why() + ", "
                + Math.floorDiv(each.fromMillis(), 1000) + " s after the start)";
    }
}
