package io.muster.simulator.scenario;

import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.RadioOptions;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What happens in a plant: who works there, what goes wrong on purpose, and how well the radio sees it. Read from a file that was checked whole, so every name
 * in it exists and every place can be reached.
 *
 * @param name one word, as in {@code day-shift}
 * @param title one line for people
 * @param plan {@code demo}, or the path of a GeoJSON plan as the file gives it (relative to the file)
 * @param paths the path of a GeoJSON file with the ways people walk on; null for the demo plant, which has its own
 * @param start simulated time 0; its offset is the plant's local time, in which clock times of the file are meant
 * @param durationMillis simulated time after which everything has happened and everybody is back; a run that goes on repeats it
 * @param people who is there, in all crews together, unless an option says otherwise; 10..100,000
 * @param seed decides everything that chance decides, unless an option says otherwise
 * @param events in the order of their time
 * @param faults of the radio, in the order of their time
 */
public record Scenario(
        String name,
        String title,
        String plan,
        @org.jspecify.annotations.Nullable String paths,
        OffsetDateTime start,
        long durationMillis,
        int people,
        long seed,
        List<Shift> shifts,
        List<Crew> crews,
        List<Event> events,
        RadioOptions radio,
        List<Fault> faults) {
    /** The plan of the shipped plant. */
    public static final String DEMO_PLAN = "demo";

    public Scenario {
        shifts = List.copyOf(shifts);
        crews = List.copyOf(crews);
        events = List.copyOf(events);
        faults = List.copyOf(faults);
    }

    /** The same, ending earlier or later. */
    public Scenario withDurationMillis(long value) {
        return new Scenario(name, title, plan, paths, start, value, people, seed, shifts, crews, events, radio, faults);
    }

    /** The same with other people. */
    public Scenario withCrews(List<Crew> value, int howMany) {
        return new Scenario(
                name, title, plan, paths, start, durationMillis, howMany, seed, shifts, value, events, radio, faults);
    }

    /** The same with other events. */
    public Scenario withEvents(List<Event> value) {
        return new Scenario(
                name, title, plan, paths, start, durationMillis, people, seed, shifts, crews, value, radio, faults);
    }

    /** The same, heard by another radio. */
    public Scenario withRadio(RadioOptions value) {
        return new Scenario(
                name, title, plan, paths, start, durationMillis, people, seed, shifts, crews, events, value, faults);
    }

    /** The same with other faults of the radio. */
    public Scenario withFaults(List<Fault> value) {
        return new Scenario(
                name, title, plan, paths, start, durationMillis, people, seed, shifts, crews, events, radio, value);
    }
}
