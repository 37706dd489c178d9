package io.muster.simulator.explore;

import io.muster.contract.omlox.TrackableMotion;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.ZoneOccupancy;
import java.util.function.Consumer;

/** Something that must hold after every record; an invariant looks at what it cares for. */
interface Invariant {
    /** @param millis ordering time (epoch) */
    default void alarm(Alarm alarm, long millis, Consumer<Breach> breaches) {}

    default void occupancy(ZoneOccupancy count, long millis, Consumer<Breach> breaches) {}

    default void motion(TrackableMotion motion, long millis, Consumer<Breach> breaches) {}

    /** Every 10 s of ordering time, when everything up to then has been said. */
    default void mark(long millis, Consumer<Breach> breaches) {}

    /** When nothing more will be said. */
    default void end(long millis, Consumer<Breach> breaches) {}
}
