package io.muster.simulator.day;

import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import java.util.List;

/** Which stand in a fence belongs to whom, so that two crews that work in one fence do not stand on one another. */
final class WorkPlaces {
    private static final int STANDS = 50;
    /** A crew whose size is not fixed is taken for so many under a permit. */
    private static final int PERMIT_CREW = 5;

    private final Staff staff;

    WorkPlaces(Staff staff) {
        this.staff = staff;
    }

    /** @param number from 0, of those of this crew who work in the fence at once */
    Place stand(Crew crew, String fence, int number) {
        return staff.plant().stands(fence, STANDS).get((first(crew, fence) + number) % STANDS);
    }

    /** Where the crew's ring of people stands when it talks. */
    Place middle(Crew crew, String fence) {
        List<Crew> crews = staff.crews();
        return staff.plant().stands(fence, STANDS).get(Math.max(0, crews.indexOf(crew)) % STANDS);
    }

    private int first(Crew crew, String fence) {
        int first = 0;
        for (Crew other : staff.crews()) {
            if (other.id().equals(crew.id())) {
                break;
            }
            if (other.work().contains(fence)) {
                first += other.workers();
            }
            Crew.Permit permit = other.permit();
            if (permit != null && permit.zone().equals(fence)) {
                Integer size = other.size();
                first += size == null ? PERMIT_CREW : size;
            }
        }
        return first;
    }
}
