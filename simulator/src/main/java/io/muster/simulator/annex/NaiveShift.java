package io.muster.simulator.annex;

import io.muster.contract.codec.Ids;
import io.muster.contract.codec.LocationReader;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.omlox.Location;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmKind;
import io.muster.geometry.Containment;
import io.muster.geometry.PlantPoint;
import io.muster.simulator.movement.Place;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.TimedMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A naive job on a whole shift, to hold the real one against: every second each person is at the newest fix, or at the mean of the fixes of the last minute; a
 * zone above its limit is an alarm; three people within 15 m of one of them at every look for 60 s are a gathering. No confirmation, no tolerance, no smoothing
 * but the mean. Asks for messages in emission order.
 */
public final class NaiveShift {
    private static final long LOOK_MILLIS = 1_000;
    private static final long GATHERING_MILLIS = 60_000;
    private static final long SILENT_MILLIS = 30_000;
    private static final int LEAST = 3;

    private final String name;
    private final long windowMillis;
    private final Map<String, String> personOfTag = new HashMap<>();
    private final Map<String, Deque<Seen>> recent = new TreeMap<>();
    private final List<PlanFence> limited;
    private final List<PlanFence> exempt;
    private final NaiveAlarms alarms;
    private final Map<String, Long> gatheredSince = new HashMap<>();
    private long nextLook = Long.MIN_VALUE;

    private record Seen(long millis, Place place) {}

    private NaiveShift(String name, long windowMillis, Plan plan, List<Person> people) {
        this.name = name;
        this.windowMillis = windowMillis;
        this.limited =
                plan.fences().stream().filter(fence -> fence.limit() != null).toList();
        this.exempt = plan.fences().stream().filter(PlanFence::gatheringExempt).toList();
        this.alarms = new NaiveAlarms(plan.site());
        for (Person person : people) {
            for (Tag tag : person.tags()) {
                personOfTag.put(Ids.providerKey(tag.providerId()), person.id());
            }
        }
    }

    /** The newest fix alone. */
    public static NaiveShift raw(Plan plan, List<Person> people) {
        return new NaiveShift(NaiveModel.raw().name(), 0, plan, people);
    }

    /** The mean of all fixes of the last minute. */
    public static NaiveShift runningMean(Plan plan, List<Person> people) {
        return new NaiveShift(NaiveModel.runningMean().name(), 60_000, plan, people);
    }

    public String name() {
        return name;
    }

    /** Locations are looked at; what else is sent is let go. */
    public void take(TimedMessage message) {
        long now = message.emissionMillis();
        nextLook = nextLook == Long.MIN_VALUE ? now : nextLook;
        while (now > nextLook) {
            look(nextLook);
            nextLook += LOOK_MILLIS;
        }
        if (!message.topic().startsWith("location-updates.")) {
            return;
        }
        try {
            Location location = LocationReader.read(message.value());
            String person = personOfTag.get(Ids.providerKey(location.providerId()));
            if (person != null) {
                Deque<Seen> mine = recent.computeIfAbsent(person, id -> new ArrayDeque<>());
                if (windowMillis == 0) {
                    mine.clear();
                }
                List<Double> at = location.position().coordinates();
                Double floor = location.floor();
                mine.add(new Seen(now, new Place(at.get(0), at.get(1), floor == null ? 0 : floor.intValue())));
            }
        } catch (Unreadable e) {
            throw new IllegalStateException("the simulator sent what cannot be read: " + e.getMessage(), e);
        }
    }

    /** All states of all alarms until now. */
    public List<Alarm> alarms() {
        return alarms.history();
    }

    private void look(long now) {
        Map<String, Place> places = places(now);
        for (PlanFence fence : limited) {
            TreeSet<String> inside = new TreeSet<>();
            places.forEach((person, place) -> {
                if (isIn(fence, place)) {
                    inside.add(person);
                }
            });
            Integer limit = fence.limit();
            alarms.say(
                    AlarmKind.OVER_CAPACITY,
                    "fence",
                    fence.id(),
                    limit != null && inside.size() > limit,
                    inside,
                    now,
                    now);
        }
        gatherings(places, now);
    }

    /** A gathering is told by its centre; centres that share people with an open one are the same gathering. */
    private void gatherings(Map<String, Place> places, long now) {
        Map<String, Place> watched = new TreeMap<>(places);
        watched.values().removeIf(place -> exempt.stream().anyMatch(fence -> isIn(fence, place)));
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        watched.forEach((centre, here) -> {
            TreeSet<String> near = new TreeSet<>();
            watched.forEach((other, there) -> {
                if (here.floor() == there.floor() && here.distanceTo(there) <= Neighbours.RADIUS_METRES) {
                    near.add(other);
                }
            });
            if (near.size() >= LEAST) {
                groups.put(centre, near);
            }
        });
        gatheredSince.keySet().retainAll(groups.keySet());
        groups.keySet().forEach(centre -> gatheredSince.putIfAbsent(centre, now));
        List<TreeSet<String>> holding = new ArrayList<>();
        groups.forEach((centre, near) -> {
            if (now - gatheredSince.getOrDefault(centre, now) > GATHERING_MILLIS) {
                holding.stream()
                        .filter(known -> known.stream().anyMatch(near::contains))
                        .findFirst()
                        .ifPresentOrElse(known -> known.addAll(near), () -> holding.add(new TreeSet<>(near)));
            }
        });
        alarms.gatherings(holding, now, now - GATHERING_MILLIS);
    }

    private Map<String, Place> places(long now) {
        Map<String, Place> places = new TreeMap<>();
        recent.forEach((person, mine) -> {
            while (!mine.isEmpty() && mine.element().millis() <= now - Math.max(windowMillis, SILENT_MILLIS)) {
                mine.remove();
            }
            Seen last = mine.peekLast();
            if (last != null) {
                places.put(
                        person,
                        new Place(
                                mine.stream()
                                        .mapToDouble(seen -> seen.place().x())
                                        .average()
                                        .orElse(0),
                                mine.stream()
                                        .mapToDouble(seen -> seen.place().y())
                                        .average()
                                        .orElse(0),
                                last.place().floor()));
            }
        });
        return places;
    }

    private static boolean isIn(PlanFence fence, Place place) {
        return fence.zone().onFloor(PlantPoint.metres(place.x(), place.y(), (double) place.floor()))
                && fence.zone().shape().locate(place.x(), place.y()) != Containment.OUTSIDE;
    }
}
