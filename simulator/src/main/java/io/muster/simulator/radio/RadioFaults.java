package io.muster.simulator.radio;

import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The faults of a run, sorted by whom they concern. They come again in every cycle, which begins with right clocks and fresh tags. Safe for several threads. */
public final class RadioFaults {
    /** @param loss share of what is sent from inside that is lost */
    record BlindSpot(Interval span, ZoneTest zone, double loss) {}

    private static final RadioFaults NONE =
            new RadioFaults(List.of(), List.of(), RadioOptions.defaults(), Map.of(), Long.MAX_VALUE);

    private final long cycleMillis;
    private final VendorFaults uwb;
    private final VendorFaults ble;
    private final List<BlindSpot> blindSpots;
    private final Map<String, TagFaults> tags;

    /**
     * @param people members that are not among them are left alone: a small run has few of a crew
     * @param zones by the ids that blind spots name
     * @param cycleMillis length of the scenario; {@link Long#MAX_VALUE} = it does not repeat
     * @throws IllegalArgumentException naming every fault that cannot be played, each beginning with its line
     */
    public RadioFaults(
            List<Fault> faults,
            List<Person> people,
            RadioOptions options,
            Map<String, ZoneTest> zones,
            long cycleMillis) {
        this.cycleMillis = cycleMillis;
        this.blindSpots = new ArrayList<>();
        this.tags = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        Map<String, Person> byMember = new HashMap<>();
        if (!faults.isEmpty()) {
            people.forEach(person -> byMember.put(person.member(), person));
        }
        Map<String, List<Fault>> ofVendor = new HashMap<>();
        for (Fault fault : faults) {
            if (fault.atMillis() < 0 || fault.atMillis() >= cycleMillis) {
                wrong.add(fault.line() + ": at must be within the scenario, was " + fault.atMillis() + " ms");
                continue;
            }
            switch (fault.kind()) {
                case BLIND_SPOT -> addBlindSpot(fault, zones, wrong);
                case TAG_DEATH, TAG_SWAP, UNBOUND_TAG, SPOOF -> addTagFault(fault, byMember, zones, wrong);
                default -> addVendorFault(fault, ofVendor, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        this.uwb = vendorFaults(Vendors.UWB, ofVendor, people, options);
        this.ble = vendorFaults(Vendors.BLE, ofVendor, people, options);
    }

    private RadioFaults(RadioFaults other, Map<String, TagFaults> tags) {
        this.cycleMillis = other.cycleMillis;
        this.uwb = other.uwb;
        this.ble = other.ble;
        this.blindSpots = other.blindSpots;
        this.tags = tags;
    }

    /**
     * These, and tags that are off the air for a while because an event says so.
     *
     * @param byMember of each member concerned: the cycle, counted from 0, to its silences, time within the cycle
     */
    public RadioFaults withSilences(Map<String, LongFunction<List<Interval>>> byMember) {
        Map<String, TagFaults> all = new HashMap<>(tags);
        byMember.forEach((member, silences) ->
                all.put(member, all.getOrDefault(member, TagFaults.NONE).withSilences(silences)));
        return new RadioFaults(this, all);
    }

    /** Nothing goes wrong at any given time. */
    public static RadioFaults none() {
        return NONE;
    }

    /**
     * What the clock of a vendor shows less what it should, ms; > 0 = ahead. For what is said in the vendor's name beside positions.
     *
     * @param vendor {@link Vendors#UWB} or {@link Vendors#BLE}
     * @param millis simulated time
     */
    public long clockOffsetMillis(String vendor, long millis) {
        return vendor(vendor.equals(Vendors.UWB)).clockOffsetMillis(millis);
    }

    VendorFaults vendor(boolean isUwb) {
        return isUwb ? uwb : ble;
    }

    TagFaults tags(Person person) {
        return tags.getOrDefault(person.member(), TagFaults.NONE);
    }

    List<BlindSpot> blindSpots() {
        return blindSpots;
    }

    long cycleMillis() {
        return cycleMillis;
    }

    /** Counted from 0. */
    long cycle(long millis) {
        return cycleMillis == Long.MAX_VALUE ? 0 : Math.floorDiv(millis, cycleMillis);
    }

    /** Time within the cycle. */
    long local(long millis) {
        return cycleMillis == Long.MAX_VALUE ? millis : Math.floorMod(millis, cycleMillis);
    }

    private Interval span(Fault fault) {
        return new Interval(fault.atMillis(), Spans.end(fault, cycleMillis));
    }

    private void addBlindSpot(Fault fault, Map<String, ZoneTest> zones, List<String> wrong) {
        String name = fault.zone();
        ZoneTest zone = name == null ? null : zones.get(name);
        if (zone == null) {
            wrong.add(fault.line() + ": no zone '" + name + "'");
        } else if (!(fault.loss() >= 0 && fault.loss() <= 1)) {
            wrong.add(fault.line() + ": loss must be in 0..1, was " + fault.loss());
        } else {
            blindSpots.add(new BlindSpot(span(fault), zone, fault.loss()));
        }
    }

    private void addTagFault(
            Fault fault, Map<String, Person> byMember, Map<String, ZoneTest> zones, List<String> wrong) {
        List<String> who = fault.who();
        int needed = fault.kind() == FaultKind.TAG_SWAP ? 2 : 1;
        if (who.size() != needed) {
            wrong.add(fault.line() + ": " + fault.kind().wire() + " takes " + needed + " in who, not " + who.size());
            return;
        }
        String name = fault.zone();
        ZoneTest zone = name == null ? null : zones.get(name);
        if (fault.kind() == FaultKind.SPOOF && zone == null) {
            wrong.add(fault.line() + ": no zone '" + name + "'");
            return;
        }
        for (int i = 0; i < needed; i++) {
            TagFaults before = tags.getOrDefault(who.get(i), TagFaults.NONE);
            Person other = byMember.get(who.get(needed - 1 - i));
            if (other == null || !byMember.containsKey(who.get(i))) {
                continue;
            }
            tags.put(
                    who.get(i),
                    switch (fault.kind()) {
                        case TAG_DEATH -> before.withDeath(fault.atMillis());
                        case TAG_SWAP -> before.withSwap(new TagFaults.Swap(span(fault), other.motion()));
                        case SPOOF -> before.withForgery(forgery(fault, zone));
                        default -> before.withoutOwner();
                    });
        }
    }

    private TagFaults.Forgery forgery(Fault fault, @Nullable ZoneTest zone) {
        double[] middle = zone == null ? new double[3] : zone.middle();
        return new TagFaults.Forgery(span(fault), middle[0], middle[1], (int) middle[2]);
    }

    private static void addVendorFault(Fault fault, Map<String, List<Fault>> ofVendor, List<String> wrong) {
        String vendor = fault.vendor();
        if (vendor == null || !Vendors.ALL.contains(vendor)) {
            wrong.add(fault.line() + ": no vendor '" + vendor + "'; there are " + String.join(", ", Vendors.ALL));
        } else {
            ofVendor.computeIfAbsent(vendor, name -> new ArrayList<>()).add(fault);
        }
    }

    private VendorFaults vendorFaults(
            String vendor, Map<String, List<Fault>> ofVendor, List<Person> people, RadioOptions options) {
        List<Fault> faults = ofVendor.get(vendor);
        if (faults == null) {
            return VendorFaults.NONE;
        }
        Tag.Technology technology = vendor.equals(Vendors.UWB) ? Tag.Technology.UWB : Tag.Technology.BLE;
        long count = people.stream()
                .flatMap(person -> person.tags().stream())
                .filter(tag -> tag.technology() == technology)
                .count();
        return new VendorFaults(
                faults,
                count * 1000.0 / options.of(technology == Tag.Technology.UWB).periodMillis(),
                cycleMillis);
    }
}
