package io.muster.simulator.annex;

import io.muster.simulator.movement.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * What a figure of the job is held against: a model that anybody would write first. A person is at the mean of the fixes of the last {@code window}; people are
 * counted where they are then, once a second; a gathering warns when three have been together at each look for 60 s.
 */
final class NaiveModel {
    private static final long LOOK_MILLIS = 1_000;
    private static final long GATHERING_MILLIS = 60_000;
    private static final int LIMIT = 3;

    private final String name;
    private final long windowMillis;

    private NaiveModel(String name, long windowMillis) {
        this.name = name;
        this.windowMillis = windowMillis;
    }

    /** The newest fix alone. */
    static NaiveModel raw() {
        return new NaiveModel("raw count", 0);
    }

    /** The mean of all fixes of the last minute. */
    static NaiveModel runningMean() {
        return new NaiveModel("running mean of 60 s", 60_000);
    }

    String name() {
        return name;
    }

    Outcome judge(AnnexSite site) {
        return Judge.of(site.layout(), name, views(site));
    }

    private LongFunction<View> views(AnnexSite site) {
        TreeMap<Long, View> looks = new TreeMap<>();
        List<Deque<AnnexFix>> recent = new ArrayList<>();
        site.layout().ways().forEach(way -> recent.add(new ArrayDeque<>()));
        int next = 0;
        long since = -1;
        for (long at = 0; at <= site.layout().durationMillis(); at += LOOK_MILLIS) {
            while (next < site.fixes().size() && site.fixes().get(next).millis() <= at) {
                AnnexFix fix = site.fixes().get(next++);
                Deque<AnnexFix> mine = recent.get(fix.tag());
                if (windowMillis == 0) {
                    mine.clear();
                }
                mine.add(fix);
            }
            List<Place> places = places(recent, at);
            int together = Neighbours.most(places);
            since = together < LIMIT ? -1 : since < 0 ? at : since;
            int inside = (int) places.stream().filter(NaiveModel::isInside).count();
            looks.put(at, new View(since >= 0 && at - since > GATHERING_MILLIS, together, inside, inside > LIMIT));
        }
        return at -> {
            Map.Entry<Long, View> look = looks.floorEntry(at);
            return look == null ? new View(false, 0, 0, false) : look.getValue();
        };
    }

    private List<Place> places(List<Deque<AnnexFix>> recent, long at) {
        List<Place> places = new ArrayList<>();
        for (Deque<AnnexFix> mine : recent) {
            while (windowMillis > 0 && !mine.isEmpty() && mine.element().millis() <= at - windowMillis) {
                mine.remove();
            }
            if (!mine.isEmpty()) {
                places.add(Place.ground(
                        mine.stream()
                                .mapToDouble(fix -> fix.place().x())
                                .average()
                                .orElse(0),
                        mine.stream()
                                .mapToDouble(fix -> fix.place().y())
                                .average()
                                .orElse(0)));
            }
        }
        return places;
    }

    private static boolean isInside(Place place) {
        double low = Layout.FENCE_CORNER;
        double high = low + Layout.FENCE_METRES;
        return place.x() >= low && place.x() <= high && place.y() >= low && place.y() <= high;
    }
}
