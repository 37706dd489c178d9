package io.muster.simulator.radio;

import io.muster.simulator.movement.Pose;
import io.muster.simulator.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Everything that the two vendors send, in emission order: an iterator of timed messages from (people, options, seed). Same input, same bytes. It runs as fast
 * as it is asked; pacing is the caller's.
 */
public final class Traffic implements Iterator<TimedMessage> {
    /** The people are asked in slices of simulated time, which are sorted one by one. */
    private static final long SLICE_MILLIS = 500;

    private record Pending(long order, TimedMessage message) {}

    private static final Comparator<Pending> BY_EMISSION = Comparator.<Pending>comparingLong(
                    pending -> pending.message().emissionMillis())
            .thenComparingLong(Pending::order);

    private final List<TagRadio> tags = new ArrayList<>();
    private final List<Beacon> beacons;
    private final long startMillis;
    private final long endMillis;
    private final Pose pose = new Pose();
    private final JsonLine line = new JsonLine();
    private final TagRadio.Outlet outlet = this::put;

    private long doneMillis;
    private long counter;
    /** Sorted and final: nothing made later is emitted before the last of them. */
    private List<Pending> ready = new ArrayList<>();

    private int readyIndex;
    private List<Pending> later = new ArrayList<>();

    /**
     * @param startMillis instant of simulated time 0 (epoch)
     * @param durationMillis fixes are generated in [0, this) of simulated time; {@link Long#MAX_VALUE} = without end
     */
    public Traffic(
            List<Person> people,
            List<Beacon> beacons,
            RadioOptions options,
            long seed,
            long startMillis,
            long durationMillis) {
        this.beacons = List.copyOf(beacons);
        this.startMillis = startMillis;
        this.endMillis = durationMillis;
        for (Person person : people) {
            person.tags().forEach(tag -> tags.add(new TagRadio(person, tag, options, seed)));
        }
    }

    @Override
    public boolean hasNext() {
        while (readyIndex >= ready.size()) {
            if (doneMillis >= endMillis && later.isEmpty()) {
                return false;
            }
            makeSlice();
        }
        return true;
    }

    @Override
    public TimedMessage next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the run is over");
        }
        return ready.get(readyIndex++).message();
    }

    /** A message made later is emitted later than its fix; so all that is emitted before the end of this slice is known now. */
    private void makeSlice() {
        long until = Math.min(endMillis, doneMillis + SLICE_MILLIS);
        for (TagRadio tag : tags) {
            tag.run(until, startMillis, beacons, pose, line, outlet);
        }
        doneMillis = until;
        boolean last = until >= endMillis;
        ready = new ArrayList<>();
        readyIndex = 0;
        List<Pending> rest = new ArrayList<>();
        for (Pending pending : later) {
            (last || pending.message().emissionMillis() < startMillis + until ? ready : rest).add(pending);
        }
        later = rest;
        ready.sort(BY_EMISSION);
    }

    private void put(long emissionMillis, String topic, byte[] key, byte[] value) {
        later.add(new Pending(counter++, new TimedMessage(emissionMillis, topic, key, value)));
    }
}
