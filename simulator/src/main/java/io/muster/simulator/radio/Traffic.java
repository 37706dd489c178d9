package io.muster.simulator.radio;

import io.muster.simulator.movement.Pose;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the two vendors send, and what others say beside it, in emission order: an iterator of timed messages. Same input, same bytes. It runs as
 * fast as it is asked; pacing is the caller's.
 */
public final class Traffic implements Iterator<TimedMessage> {
    /** The people are asked in slices of simulated time, which are sorted one by one. */
    private static final long SLICE_MILLIS = 500;
    /** What others say comes before what tags send at the same time. */
    private static final int PREPARED_STREAM = 0;

    private final List<TagRadio> tags = new ArrayList<>();
    private final Iterator<TimedMessage> prepared;
    private final RadioFaults faults;
    private final Schedule schedule;
    private final Air air;
    private final long startMillis;
    private final long endMillis;
    private @Nullable TimedMessage nextPrepared;
    private long lastPrepared = Long.MIN_VALUE;
    private boolean isSliceMade;

    /** Without faults at given times, and with nothing beside the tags. */
    public Traffic(
            List<Person> people,
            List<Beacon> beacons,
            RadioOptions options,
            long seed,
            long startMillis,
            long durationMillis) {
        this(
                people,
                beacons,
                options,
                RadioFaults.none(),
                Collections.emptyIterator(),
                seed,
                startMillis,
                durationMillis);
    }

    /**
     * @param prepared what events and neighbouring systems say, in emission order, not before {@code startMillis}; may have no end. Those on a topic of a vendor
     *     are lost or held up as the vendor's own; a wrong clock must be in them already ({@link RadioFaults#clockOffsetMillis})
     * @param startMillis instant of simulated time 0 (epoch)
     * @param durationMillis fixes are generated in [0, this) of simulated time; {@link Long#MAX_VALUE} = without end. What is under way then still comes, but
     *     not what a vendor holds back for longer
     */
    public Traffic(
            List<Person> people,
            List<Beacon> beacons,
            RadioOptions options,
            RadioFaults faults,
            Iterator<TimedMessage> prepared,
            long seed,
            long startMillis,
            long durationMillis) {
        this(people, beacons, options, faults, prepared, seed, startMillis, durationMillis, SLICE_MILLIS);
    }

    Traffic(
            List<Person> people,
            List<Beacon> beacons,
            RadioOptions options,
            RadioFaults faults,
            Iterator<TimedMessage> prepared,
            long seed,
            long startMillis,
            long durationMillis,
            long sliceMillis) {
        this.prepared = prepared;
        this.faults = faults;
        this.startMillis = startMillis;
        this.endMillis = durationMillis;
        this.schedule = new Schedule(sliceMillis);
        long tail = options.channel().longestMillis();
        this.air = new Air(
                startMillis,
                durationMillis > Long.MAX_VALUE - tail ? Long.MAX_VALUE : durationMillis + tail,
                List.copyOf(beacons),
                faults,
                schedule,
                new Pose(),
                new JsonLine());
        for (Person person : people) {
            addTags(person, options, seed);
        }
        this.nextPrepared = pulled();
    }

    private void addTags(Person person, RadioOptions options, long seed) {
        int uwb = 0;
        int ble = 0;
        for (Tag tag : person.tags()) {
            int number = tag.technology() == Tag.Technology.UWB ? uwb++ : ble++;
            int stream = PREPARED_STREAM + 1 + tags.size() * TagRadio.STREAMS;
            tags.add(new TagRadio(person, tag, number, options, faults, seed, stream));
        }
    }

    @Override
    public boolean hasNext() {
        while (!isSliceMade || !schedule.hasMoreNow()) {
            if (isSliceMade) {
                schedule.advance();
                isSliceMade = false;
            }
            if (schedule.presentStartMillis() >= endMillis && schedule.isEmpty()) {
                return false;
            }
            makeSlice();
        }
        return true;
    }

    @Override
    public TimedMessage next() {
        TimedMessage message = hasNext() ? schedule.take() : null;
        if (message == null) {
            throw new NoSuchElementException("the run is over");
        }
        return message;
    }

    /** Nothing is emitted before it is made; so all that is emitted before the end of this slice is known now. */
    private void makeSlice() {
        long until = Math.min(endMillis, schedule.presentEndMillis());
        addPrepared(until);
        for (TagRadio tag : tags) {
            tag.run(until, air);
        }
        schedule.sort();
        isSliceMade = true;
    }

    private void addPrepared(long untilMillis) {
        TimedMessage message = nextPrepared;
        while (message != null && message.emissionMillis() - startMillis < untilMillis) {
            long at = message.emissionMillis() - startMillis;
            VendorFaults vendor = vendor(message.topic());
            long arrival = vendor == null ? at : vendor.arrivalMillis(at, 0);
            air.put(
                    arrival,
                    PREPARED_STREAM,
                    arrival == at
                            ? message
                            : new TimedMessage(startMillis + arrival, message.topic(), message.key(), message.value()));
            message = pulled();
            nextPrepared = message;
        }
    }

    private @Nullable TimedMessage pulled() {
        if (!prepared.hasNext()) {
            return null;
        }
        TimedMessage message = prepared.next();
        if (message.emissionMillis() < Math.max(startMillis, lastPrepared)) {
            throw new IllegalArgumentException("prepared messages must come in emission order from the start on: "
                    + message.topic() + " at " + message.emissionMillis() + " after "
                    + Math.max(startMillis, lastPrepared));
        }
        lastPrepared = message.emissionMillis();
        return message;
    }

    /** Null: it is no vendor's. */
    private @Nullable VendorFaults vendor(String topic) {
        if (topic.endsWith("." + Vendors.UWB)) {
            return faults.vendor(true);
        }
        return topic.endsWith("." + Vendors.BLE) ? faults.vendor(false) : null;
    }
}
