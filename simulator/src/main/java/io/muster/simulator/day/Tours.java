package io.muster.simulator.day;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Appointment.Activity;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.scenario.Crew;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits: the host meets the visitor at the entrance, walks with them to three or four places that visitors may see, and sees them off. The visitor walks
 * 1.5 m behind. Both plans are made of the same stops, so that they stay together.
 */
final class Tours {
    private static final double BEHIND_METRES = 1.5;
    private static final long MEETING_MILLIS = 30_000;
    private static final long SHORTEST_STOP_MILLIS = 2 * Staff.MINUTE;
    /** The visitor's way is a little longer or shorter than the host's. */
    private static final long SLACK_MILLIS = 3_000;

    private final Staff staff;
    private final Attendance attendance;

    /** @param guestWay from the stop before; null at the first one */
    private record Stop(
            Place host,
            Place guest,
            long fromMillis,
            long untilMillis,
            @Nullable List<Place> guestWay) {}

    Tours(Staff staff, Attendance attendance) {
        this.staff = staff;
        this.attendance = attendance;
    }

    /** The visitor's part, if the member is a visitor, and the host's, if they have one. */
    void add(Member member, long cycle, Itinerary itinerary) {
        if (member.crew().role() == Crew.Role.VISITOR) {
            for (Stop stop : stops(member, cycle)) {
                itinerary.addWhole(new Stay(
                        stop.fromMillis(), stop.untilMillis(), stop.guest(), Activity.STAND, stop.guestWay(), true));
            }
        }
        Member guest = staff.guest(member);
        if (guest != null) {
            List<Stop> stops = stops(guest, cycle);
            for (int i = 0; i < stops.size(); i++) {
                Stop stop = stops.get(i);
                itinerary.addWhole(new Stay(
                        i == 0 ? stop.fromMillis() - MEETING_MILLIS : stop.fromMillis(),
                        i == stops.size() - 1 ? stop.untilMillis() + MEETING_MILLIS : stop.untilMillis(),
                        stop.host(),
                        Activity.STAND,
                        null,
                        i > 0));
            }
        }
    }

    private List<Stop> stops(Member visitor, long cycle) {
        List<Attendance.Window> windows = attendance.of(visitor, cycle);
        if (windows.isEmpty()) {
            return List.of();
        }
        Attendance.Window window = windows.get(0);
        long duration = staff.durationMillis();
        Place first = window.beginsInside() ? staff.homes().of(visitor) : staff.entrance(visitor);
        long begin = window.beginsInside() ? duration / 10 : window.inMillis();
        long end = window.endsInside() ? duration * 9 / 10 : window.leaveMillis();
        Place meeting = new Place(first.x() + BEHIND_METRES, first.y(), first.floor());
        List<Place> places = places(visitor, cycle);
        for (int count = places.size(); count >= 0; count--) {
            List<Stop> stops = stops(visitor, first, meeting, places.subList(0, count), begin, end);
            if (!stops.isEmpty()) {
                return stops;
            }
        }
        return List.of();
    }

    /** All stops of equal length; empty if that would be too short. */
    private List<Stop> stops(Member visitor, Place first, Place meeting, List<Place> places, long begin, long end) {
        double speed = staff.speed(visitor);
        List<Place> all = new ArrayList<>();
        all.add(meeting);
        all.addAll(places);
        all.add(meeting);
        long walking = 0;
        for (int i = 1; i < all.size(); i++) {
            walking += staff.walkMillis(all.get(i - 1), all.get(i), speed) + SLACK_MILLIS;
        }
        long each = places.isEmpty() ? 0 : (end - begin - walking - 2 * MEETING_MILLIS) / places.size();
        if (end - begin < 2 * MEETING_MILLIS || (!places.isEmpty() && each < SHORTEST_STOP_MILLIS)) {
            return List.of();
        }
        if (places.isEmpty()) {
            return List.of(new Stop(meeting, first, begin, end, null));
        }
        List<Stop> stops = new ArrayList<>();
        long now = begin + MEETING_MILLIS;
        stops.add(new Stop(meeting, first, begin, now, null));
        Place behind = first;
        for (int i = 1; i < all.size(); i++) {
            List<Place> way = staff.plant().way(all.get(i - 1), all.get(i));
            long from = now + Timeline.walkMillis(way, speed) + SLACK_MILLIS;
            now = from + (i == all.size() - 1 ? MEETING_MILLIS : each);
            Place next = behind(way);
            stops.add(new Stop(all.get(i), next, from, now, follow(way, behind, next)));
            behind = next;
        }
        return stops;
    }

    /** So far before the end of the host's way. */
    private static Place behind(List<Place> way) {
        Place end = way.get(way.size() - 1);
        Place before = way.size() < 2 ? end : way.get(way.size() - 2);
        if (before.floor() != end.floor()) {
            return end;
        }
        return end.towards(before, Math.min(BEHIND_METRES, end.distanceTo(before)));
    }

    private static List<Place> follow(List<Place> way, Place from, Place to) {
        List<Place> follow = new ArrayList<>();
        follow.add(from);
        if (way.size() > 2) {
            follow.addAll(way.subList(1, way.size() - 1));
        }
        follow.add(to);
        return follow;
    }

    /** A room to begin with, then free places outdoors, never the same one as another visitor's at the same time. */
    private List<Place> places(Member visitor, long cycle) {
        Draw draw = staff.draw("tour", visitor, cycle);
        List<Place> places = new ArrayList<>();
        String base = visitor.crew().base();
        List<String> rooms = staff.homes().rooms();
        if (rooms.contains(base)) {
            places.add(staff.plant().seat(base, draw));
        }
        List<Place> viewpoints = staff.homes().viewpoints();
        int outdoors = 2 + draw.below(2);
        for (int i = 0; i < outdoors; i++) {
            if (!viewpoints.isEmpty()) {
                places.add(viewpoints.get((visitor.number() + i) % viewpoints.size()));
            } else if (!rooms.isEmpty()) {
                places.add(staff.plant().seat(rooms.get(draw.below(rooms.size())), draw));
            }
        }
        return places;
    }
}
