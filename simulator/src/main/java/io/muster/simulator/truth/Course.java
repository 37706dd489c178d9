package io.muster.simulator.truth;

import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of one person through one cycle in simulated time, cut into pieces on one floor each; where there is no piece, the person is not on site. Who stands
 * sways a little; that is left out, since it is less than any margin.
 *
 * @param shiftMillis simulated time at which the cycle begins
 * @param durationMillis of the cycle
 */
record Course(Timeline timeline, long shiftMillis, long durationMillis) {

    /** The pieces that overlap a time, cut to it, in the order of time. */
    List<Piece> pieces(long from, long until) {
        List<Piece> pieces = new ArrayList<>();
        long least = Math.max(0, from - shiftMillis);
        long most = Math.min(durationMillis, until - shiftMillis);
        if (least >= most) {
            return pieces;
        }
        if (least < timeline.timeOf(0) && !timeline.absentAfter(0)) {
            stand(pieces, 0, 0, timeline.timeOf(0), least, most);
        }
        int last = timeline.stations() - 1;
        for (int station = timeline.stationAt(least); station <= last && timeline.timeOf(station) < most; station++) {
            if (timeline.absentAfter(station)) {
                continue;
            }
            if (station == last) {
                stand(pieces, last, timeline.timeOf(last), durationMillis, least, most);
            } else {
                walk(pieces, station, least, most);
            }
        }
        return pieces;
    }

    /** Adds when the person lies without the least movement. */
    void addStillTo(Spans still) {
        for (int station = 0; station < timeline.stations() - 1; station++) {
            if (timeline.stillAfter(station)) {
                still.add(timeline.timeOf(station) + shiftMillis, timeline.timeOf(station + 1) + shiftMillis);
            }
        }
    }

    private void stand(List<Piece> out, int station, long from, long until, long least, long most) {
        Place place = timeline.placeOf(station);
        add(out, new Piece(from, until, place.x(), place.y(), 0, 0, place.floor()), least, most);
    }

    private void walk(List<Piece> out, int station, long least, long most) {
        Place here = timeline.placeOf(station);
        Place there = timeline.placeOf(station + 1);
        long from = timeline.timeOf(station);
        long until = timeline.timeOf(station + 1);
        if (from >= until) {
            return;
        }
        double vx = (there.x() - here.x()) / (until - from);
        double vy = (there.y() - here.y()) / (until - from);
        if (here.floor() == there.floor()) {
            add(out, new Piece(from, until, here.x(), here.y(), vx, vy, here.floor()), least, most);
            return;
        }
        long middle = from + (until - from + 1) / 2;
        double half = middle - from;
        add(out, new Piece(from, middle, here.x(), here.y(), vx, vy, here.floor()), least, most);
        double x = here.x() + vx * half;
        double y = here.y() + vy * half;
        add(out, new Piece(middle, until, x, y, vx, vy, there.floor()), least, most);
    }

    /** All in times of the cycle. */
    private void add(List<Piece> out, Piece piece, long least, long most) {
        if (Math.max(piece.from(), least) < Math.min(piece.until(), most)) {
            out.add(piece.clip(least, most).shift(shiftMillis));
        }
    }
}
