package io.muster.simulator.day;

import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Shift;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of a crew works where and when: each of the crew's working places is taken over every 60 to 90 minutes, one place after the other. The one who goes is
 * out of the fence before the next one comes in, but for guards, whose post is never empty.
 */
final class WorkTurns {
    private static final long SHORTEST_TURN_MILLIS = 60 * Staff.MINUTE;
    private static final long LONGEST_TURN_MILLIS = 90 * Staff.MINUTE;
    private static final long GUARD_OVERLAP_MILLIS = 30_000;
    /** Of a shift, so that two crews never work in one place together. */
    private static final long AFTER_START_MILLIS = 3 * Staff.MINUTE;

    private static final long BEFORE_END_MILLIS = 2 * Staff.MINUTE;
    private static final double NEIGHBOUR_METRES = 20;

    private final Staff staff;
    private final Attendance attendance;
    private final WorkPlaces places;

    WorkTurns(Staff staff, Attendance attendance, WorkPlaces places) {
        this.staff = staff;
        this.attendance = attendance;
        this.places = places;
    }

    /** The turns of a member within a cycle, in their order. */
    List<Stay> of(Member member) {
        Crew crew = member.crew();
        int workers = crew.workers();
        int position = member.number() - 1;
        int rotating = rotating(crew);
        if (crew.work().isEmpty() || workers <= 0 || position >= rotating) {
            return List.of();
        }
        boolean always = attendance.isAlways(member);
        boolean guard = crew.role() == Crew.Role.GUARD;
        Shift shift = staff.shift(crew);
        long end = staff.durationMillis();
        long first = always || shift == null ? 0 : Math.max(0, shift.fromMillis() + (guard ? 0 : AFTER_START_MILLIS));
        long last = always || shift == null
                ? end
                : Math.min(end, shift.untilMillis() + (guard ? LONGEST_TURN_MILLIS : -BEFORE_END_MILLIS));
        if (rotating <= workers) {
            return first < last ? List.of(Stay.at(place(crew, position, 0), first, last)) : List.of();
        }
        long length = staff.draw("turn length", crew).between(SHORTEST_TURN_MILLIS, LONGEST_TURN_MILLIS);
        int rounds = (int) Math.max(1, Math.round((last - first) / (double) length));
        List<Stay> turns = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            for (int slot = 0; slot < workers; slot++) {
                // Who begins the cycle at work ends it there too.
                int turn = always && round == rounds ? 0 : round;
                if ((turn * workers + slot) % rotating == position) {
                    long from = border(round, slot, workers, first, last, rounds);
                    long until = border(round + 1, slot, workers, first, last, rounds);
                    Place place = place(crew, slot, turn);
                    long margin = guard ? -GUARD_OVERLAP_MILLIS : margin(member, place);
                    turns.add(Stay.at(
                            place, round == 0 ? from : from + margin, round == rounds ? until : until - margin));
                }
            }
        }
        return turns;
    }

    /** Where somebody who is always on site stands at the beginning and at the end of the cycle because of their work; null = at home. */
    @Nullable
    Place atBorder(Member member) {
        if (member.number() > member.crew().workers()
                || member.crew().work().isEmpty()
                || !attendance.isAlways(member)) {
            return null;
        }
        return place(member.crew(), member.number() - 1, 0);
    }

    /** How many of the crew take turns; of a crew whose size is not fixed always the same, however many there are. */
    private static int rotating(Crew crew) {
        Integer size = crew.size();
        return size == null ? 2 * crew.workers() : size;
    }

    private Place place(Crew crew, int slot, int round) {
        List<String> work = crew.work();
        boolean enough = crew.workers() >= work.size();
        return places.stand(crew, work.get((enough ? slot : slot + round * crew.workers()) % work.size()), slot);
    }

    private static long border(int round, int slot, int workers, long first, long last, int rounds) {
        if (round == 0) {
            return first;
        }
        if (round > rounds) {
            return last;
        }
        return first + Math.round((round - 1 + (slot + 0.5) / workers) * (last - first) / rounds);
    }

    /** Longer than anybody takes from the stand to the outline. */
    private long margin(Member member, Place stand) {
        List<Place> way = staff.plant().way(stand, staff.entrance(member));
        double metres = way.size() < 2 ? 0 : stand.distanceTo(way.get(1));
        return Math.round((metres + NEIGHBOUR_METRES) / Staff.SLOWEST * 1000);
    }
}
