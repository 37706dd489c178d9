package io.muster.simulator.plant;

import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the scripted situations of the demo plant play. Whoever has a part waits at a home of its own, at least 25 m from the next one, so that waiting is
 * never a gathering, and goes straight from there to its stand.
 */
public final class DemoStages {
    /** Waiting places lie this far outside the outline. */
    public static final double HOME_OUTSIDE_METRES = 10;
    /** Stands lie this far inside. */
    public static final double STAND_INSIDE_METRES = 5;

    static final double RING_METRES = 31;
    static final int GATHERING_CAST = 7;

    /**
     * @param id of the fence; of a gathering a name of our own
     * @param homes where each one waits
     * @param stands where each one goes, same order
     */
    public record Stage(String id, List<Place> homes, List<Place> stands) {}

    private DemoStages() {}

    /** Hazard zones where more than three people come together, six parts each: the second is on an upper floor. */
    public static List<Stage> crowdedZones() {
        List<Stage> stages = new ArrayList<>();
        for (String id : List.of("unit-02", "unit-08-floor-1", "unit-14", "tank-dike-1")) {
            Area area = DemoAreas.find(id);
            double[] dx = {STAND_INSIDE_METRES, area.width() / 2, area.width() - STAND_INSIDE_METRES};
            List<Place> homes = new ArrayList<>();
            List<Place> stands = new ArrayList<>();
            // Opposite corners first: even four people stand as far apart as they can.
            for (int part : new int[] {0, 5, 2, 3, 1, 4}) {
                boolean south = part < 3;
                double x = dx[part % 3];
                homes.add(area.at(x, south ? -HOME_OUTSIDE_METRES : area.height() + HOME_OUTSIDE_METRES));
                stands.add(area.at(x, south ? STAND_INSIDE_METRES : area.height() - STAND_INSIDE_METRES));
            }
            stages.add(new Stage(id, List.copyOf(homes), List.copyOf(stands)));
        }
        return stages;
    }

    /** Open places without a limit where a gathering of seven grows. */
    public static List<Stage> openPlaces() {
        return List.of(openPlace("open-ground-middle", 420, 215), openPlace("open-ground-west", 140, 215));
    }

    private static Stage openPlace(String id, double x, double y) {
        List<Place> homes = new ArrayList<>();
        List<Place> stands = new ArrayList<>();
        for (int part = 0; part < GATHERING_CAST; part++) {
            double angle = 2 * Math.PI * part / GATHERING_CAST;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            homes.add(Place.ground(x + RING_METRES * cos, y + RING_METRES * sin));
            stands.add(Place.ground(x + 2.5 * cos, y + 2.5 * sin));
        }
        return new Stage(id, List.copyOf(homes), List.copyOf(stands));
    }

    /** Hazard zones without a script: two assigned workers each, 40 m apart or more where the zone allows. */
    public static List<Place> assignedPlaces() {
        List<String> scripted = crowdedZones().stream().map(Stage::id).toList();
        List<Place> places = new ArrayList<>();
        for (Area area : DemoAreas.all()) {
            if (area.limited() && !scripted.contains(area.id())) {
                places.add(area.at(area.width() / 4, area.height() / 2));
                places.add(area.at(area.width() * 3 / 4, area.height() / 2));
            }
        }
        return places;
    }

    /** Everything where a scripted person ever stands; the middle of the ring is inside it. */
    public static List<Place> kept() {
        List<Place> kept = new ArrayList<>();
        crowdedZones().forEach(stage -> kept.addAll(stage.homes()));
        openPlaces().forEach(stage -> {
            kept.addAll(stage.homes());
            kept.addAll(stage.stands());
        });
        return kept;
    }
}
