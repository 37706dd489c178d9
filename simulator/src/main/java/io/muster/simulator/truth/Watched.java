package io.muster.simulator.truth;

import io.muster.simulator.movement.Pose;
import io.muster.simulator.people.Person;

/** One person under audit, with the place of the present second. */
final class Watched {
    /** Nearer than this to an outline nobody can say on which side the radio sees the person, metres. */
    private static final double UWB_MARGIN = 1.5;

    private static final double BLE_MARGIN = 6;

    final Person person;
    final double margin;
    final boolean hasUwb;
    private final Pose pose = new Pose();
    /** Certainly in a place where gatherings are exempt, and certainly not. */
    boolean surelyExempt;

    boolean surelyWatched = true;

    Watched(Person person) {
        this.person = person;
        this.hasUwb = person.hasUwb();
        this.margin = hasUwb ? UWB_MARGIN : BLE_MARGIN;
    }

    void moveTo(long millis) {
        person.motion().at(millis, pose);
    }

    double x() {
        return pose.x;
    }

    double y() {
        return pose.y;
    }

    int floor() {
        return pose.floor;
    }

    String id() {
        return person.id();
    }

    double distanceTo(Watched other) {
        double dx = pose.x - other.pose.x;
        double dy = pose.y - other.pose.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
