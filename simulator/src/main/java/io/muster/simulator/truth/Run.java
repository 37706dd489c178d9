package io.muster.simulator.truth;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.movement.Place;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.Vendors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run until its horizon, for alarms about tags and vendors. People are told by their position.
 *
 * @param present when each was on site
 * @param allStill when somebody lay without the least movement
 * @param allDoubts when the radio could not see each of them
 */
record Run(
        List<PlanFence> plan,
        List<Person> people,
        Faults faults,
        List<FenceWatch> fences,
        List<Spans> present,
        Map<Integer, Spans> allStill,
        List<Spans> allDoubts,
        long cycleMillis,
        long horizonMillis) {

    Spans present(int person) {
        return present.get(person);
    }

    boolean isPresent(int person, long from, long until) {
        Spans spans = present.get(person);
        int index = spans.indexAt(Math.max(0, from));
        return index >= 0 && spans.until(index) >= until;
    }

    Spans still(int person) {
        return allStill.getOrDefault(person, new Spans());
    }

    Spans doubts(int person) {
        return allDoubts.get(person);
    }

    /** Whether somebody surely is where a tag must not fall silent. */
    boolean isSurelyWatched(int person, long millis) {
        return isSurelyIn(person, millis, fence -> fence.role() == Role.PRODUCTION || Conduct.isDangerous(fence));
    }

    boolean isSurelyInDanger(int person, long millis) {
        return isSurelyIn(person, millis, Conduct::isDangerous);
    }

    private boolean isSurelyIn(int person, long millis, Predicate<PlanFence> which) {
        for (FenceWatch watch : fences) {
            if (which.test(watch.fence()) && watch.of(person).sure().covers(millis)) {
                return true;
            }
        }
        return false;
    }

    /** The middle of a fence by its name in the plan file; null = there is none. */
    @Nullable
    Place middle(String foreignId) {
        for (PlanFence fence : plan) {
            if (fence.foreignId().equals(foreignId)) {
                double[] centre = fence.zone().shape().centroid();
                Double floor = fence.zone().floor();
                return new Place(centre[0], centre[1], floor == null ? 0 : floor.intValue());
            }
        }
        return null;
    }

    boolean isOut(Tag tag, long from, long until) {
        return outages(tag).touches(from, until);
    }

    Spans outages(Tag tag) {
        return outages(tag.technology());
    }

    /** When nothing comes from the vendor of a technology: lost, or held back. */
    Spans outages(Tag.Technology technology) {
        String vendor = technology == Tag.Technology.UWB ? Vendors.UWB : Vendors.BLE;
        List<Spans> parts = new ArrayList<>();
        for (Fault fault : faults.all()) {
            Long length = fault.forMillis();
            boolean isOutage = fault.kind() == FaultKind.VENDOR_OUTAGE || fault.kind() == FaultKind.BUFFERED_BURST;
            if (isOutage && vendor.equals(fault.vendor())) {
                for (long cycle = 0; cycle < horizonMillis; cycle += cycleMillis) {
                    long from = cycle + fault.atMillis();
                    Spans span = new Spans();
                    span.add(from, length == null ? cycle + cycleMillis : Math.min(cycle + cycleMillis, from + length));
                    parts.add(span);
                }
            }
        }
        return Spans.ofUnsorted(parts);
    }

    /** How many tags of a technology are on site. */
    int tags(Tag.Technology technology, long millis) {
        int count = 0;
        for (int person = 0; person < people.size(); person++) {
            if (present.get(person).covers(Math.max(0, millis))) {
                count += (int) people.get(person).tags().stream()
                        .filter(tag -> tag.technology() == technology)
                        .count();
            }
        }
        return count;
    }

    /** How many tags of a technology there are. */
    int allTags(Tag.Technology technology) {
        return (int) people.stream()
                .flatMap(person -> person.tags().stream())
                .filter(tag -> tag.technology() == technology)
                .count();
    }

    /** When fewer of them are. */
    Spans fewTags(Tag.Technology technology, int enough) {
        List<Levels> tags = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            Spans here = present.get(person);
            for (Tag tag : people.get(person).tags()) {
                if (tag.technology() == technology) {
                    tags.add(new Levels(here, here, here));
                }
            }
        }
        return Counting.fewerThan(enough, tags, 0, horizonMillis).nominal();
    }
}
