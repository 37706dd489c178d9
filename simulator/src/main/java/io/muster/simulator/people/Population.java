package io.muster.simulator.people;

import io.muster.contract.codec.Ids;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Round;
import io.muster.simulator.movement.Standing;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.plant.DemoPaths;
import io.muster.simulator.plant.DemoStages;
import io.muster.simulator.scenario.DemoScenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills the demo plant. In this order of index: people with a part in the scenario; then, of every ten, three at work spots (five of six of them stay, one
 * goes on rounds to a second spot), one assigned to a hazard zone, six seated in rooms where gatherings are exempt; one in twenty
 * goes to another room now and then. When the spots are all taken, everybody else is seated.
 */
public final class Population {
    private static final long MINUTE = 60_000;
    /** Seats keep this far from the walls, more than BLE noise carries. */
    private static final double SEAT_TO_WALL = 9;
    /** Only so many go between rooms, so that few walk at once in a run of any size. */
    private static final int LAST_ROOM_WALKER = 1_000;

    private final long seed;
    private final String site;
    private final DemoScenario scenario;
    private final DemoPaths paths;
    private final List<Place> assigned;
    private final int[] spotOrder;
    private final int stayingSpots;

    private Population(long seed, String site, int people) {
        this.seed = seed;
        this.site = site;
        scenario = new DemoScenario(seed, people);
        paths = new DemoPaths(DemoStages.kept());
        assigned = DemoStages.assignedPlaces();
        spotOrder = Draw.of(seed, "spots", 0).permutation(paths.spots().size());
        stayingSpots = paths.spots().size() * 6 / 7;
    }

    /**
     * Everybody in the plant, by index.
     *
     * @param site the ids of the people are made from it
     */
    public static List<Person> of(long seed, String site, int people) {
        Population population = new Population(seed, site, people);
        List<Person> all = new ArrayList<>(people);
        for (int index = 0; index < people; index++) {
            all.add(population.person(index));
        }
        return Collections.unmodifiableList(all);
    }

    private Person person(int index) {
        Draw draw = Draw.of(seed, "person", index);
        Motion part = scenario.motion(index);
        String type = Names.personType(draw);
        boolean needsUwb = part != null || assignedPlace(index) != null;
        return new Person(
                index,
                Ids.uuid5(site, "person", Integer.toString(index)),
                type.equals("03") ? null : Names.name(draw),
                Names.department(draw, type),
                type,
                tags(index, draw, part != null, needsUwb),
                part != null ? part : motion(index));
    }

    /** 70 % UWB, 15 % BLE, 15 % both; who has a part carries UWB alone, who works in a hazard zone UWB at least. */
    private static List<Tag> tags(int index, Draw draw, boolean hasPart, boolean needsUwb) {
        double kind = draw.nextDouble();
        Tag uwb = new Tag(String.format("A4C138FFFE%06X", index), Tag.Technology.UWB);
        Tag ble = new Tag(
                String.format("C4:7C:8D:%02X:%02X:%02X", index >> 16, index >> 8 & 0xFF, index & 0xFF),
                Tag.Technology.BLE);
        if (hasPart || kind < 0.70) {
            return List.of(uwb);
        }
        return kind < 0.85 && !needsUwb ? List.of(ble) : List.of(uwb, ble);
    }

    private Motion motion(int index) {
        Sway sway = new Sway(Draw.of(seed, "sway", index));
        Draw draw = Draw.of(seed, "way", index);
        Place post = assignedPlace(index);
        if (post != null) {
            return new Standing(post, sway);
        }
        int rank = index - scenario.parts();
        int worker = rank / 10 * 3 + rank % 10;
        if (rank % 10 < 3 && worker < stayingSpots) {
            Place home = spot(worker);
            int second = stayingSpots + worker / 6;
            return worker % 6 == 0 && second < spotOrder.length
                    ? round(home, spot(second), draw, sway, 30, 60, 6, 12)
                    : new Standing(home, sway);
        }
        if (rank % 20 == 9 && rank < LAST_ROOM_WALKER) {
            return roomRound(draw, sway);
        }
        return new Standing(seat(paths.rooms().get(draw.below(paths.rooms().size())), draw), sway);
    }

    private @Nullable Place assignedPlace(int index) {
        int rank = index - scenario.parts();
        return rank >= 0 && rank % 10 == 3 && rank / 10 < assigned.size() ? assigned.get(rank / 10) : null;
    }

    private Place spot(int rank) {
        return paths.spots().get(spotOrder[rank]);
    }

    private Motion roomRound(Draw draw, Sway sway) {
        int from = draw.below(paths.rooms().size());
        int to = (from + 1 + draw.below(paths.rooms().size() - 1))
                % paths.rooms().size();
        DemoPaths.Room first = paths.rooms().get(from);
        DemoPaths.Room second = paths.rooms().get(to);
        double speed = draw.between(0.9, 1.5);
        Place home = seat(first, draw);
        Place other = seat(second, draw);
        List<Place> way = paths.network().way(first.door(), second.door());
        return round(home, other, way, speed, draw, sway, 50, 90, 15, 30);
    }

    private Motion round(
            Place home, Place other, Draw draw, Sway sway, int least, int most, int leastThere, int mostThere) {
        double speed = draw.between(0.9, 1.5);
        return round(
                home, other, paths.network().way(home, other), speed, draw, sway, least, most, leastThere, mostThere);
    }

    /** Minutes at home, the way, minutes there, the way back; the person is anywhere in it at time 0. */
    private static Motion round(
            Place home,
            Place other,
            List<Place> way,
            double speed,
            Draw draw,
            Sway sway,
            int least,
            int most,
            int leastThere,
            int mostThere) {
        List<Place> back = new ArrayList<>(way);
        Collections.reverse(back);
        Timeline timeline = Timeline.from(home, 0)
                .standFor(draw.between(least * MINUTE, most * MINUTE))
                .walkAlong(way, speed)
                .walkTo(other, speed)
                .standFor(draw.between(leastThere * MINUTE, mostThere * MINUTE))
                .walkAlong(back, speed)
                .walkTo(home, speed)
                .build();
        return new Round(timeline, sway, draw.between(0L, timeline.endMillis()));
    }

    private static Place seat(DemoPaths.Room room, Draw draw) {
        return Place.ground(
                draw.between(room.x0() + SEAT_TO_WALL, room.x1() - SEAT_TO_WALL),
                draw.between(room.y0() + SEAT_TO_WALL, room.y1() - SEAT_TO_WALL));
    }
}
