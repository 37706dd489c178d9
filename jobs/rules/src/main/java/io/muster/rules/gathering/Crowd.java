package io.muster.rules.gathering;

import io.muster.rules.gathering.Person.Spot;
import io.muster.rules.sample.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The people on a floor, in buckets. */
final class Crowd {
    private static final int BUCKETS = 64;
    /** Square of (radius that holds 68.27 % of a normal distribution in the plane, by its sigma on an axis). */
    private static final double RADIUS_PER_SIGMA_SQUARED = 2.295756;

    private Crowd() {}

    /** The sample is the newest of this person. One that was seen before (same person and event time) takes its own place again. */
    static List<Bucket> with(List<Bucket> buckets, Sample sample, long rememberMillis) {
        List<Bucket> next = buckets.isEmpty()
                ? new ArrayList<>(Collections.nCopies(BUCKETS, new Bucket(List.of())))
                : new ArrayList<>(buckets);
        int at = bucketOf(sample.trackableId());
        List<Person> people = new ArrayList<>(next.get(at).people());
        int index = indexOf(people, sample.trackableId());
        if (index >= 0) {
            people.set(index, sampled(people.get(index), sample, rememberMillis));
        } else {
            people.add(-index - 1, sampled(null, sample, rememberMillis));
        }
        next.set(at, new Bucket(people));
        return next;
    }

    static List<Bucket> without(List<Bucket> buckets, String trackableId) {
        int at = bucketOf(trackableId);
        if (buckets.isEmpty() || indexOf(buckets.get(at).people(), trackableId) < 0) {
            return buckets;
        }
        List<Bucket> next = new ArrayList<>(buckets);
        List<Person> people = new ArrayList<>(next.get(at).people());
        people.remove(indexOf(people, trackableId));
        next.set(at, new Bucket(people));
        return next;
    }

    /** Only those who take part still. */
    static List<Bucket> only(List<Bucket> buckets, Predicate<Person> takesPart) {
        if (buckets.stream().allMatch(bucket -> bucket.people().stream().allMatch(takesPart))) {
            return buckets;
        }
        List<Bucket> next = new ArrayList<>();
        for (Bucket bucket : buckets) {
            next.add(
                    bucket.people().stream().allMatch(takesPart)
                            ? bucket
                            : new Bucket(new ArrayList<>(
                                    bucket.people().stream().filter(takesPart).toList())));
        }
        return next;
    }

    /** Sorted by id. */
    static List<Person> people(List<Bucket> buckets) {
        List<Person> people = new ArrayList<>();
        buckets.forEach(bucket -> people.addAll(bucket.people()));
        people.sort(Comparator.comparing(Person::trackableId));
        return people;
    }

    private static Person sampled(@Nullable Person before, Sample sample, long rememberMillis) {
        List<Spot> recent = new ArrayList<>(before == null ? List.of() : before.recent());
        recent.removeIf(spot -> spot.eventMillis() == sample.eventMillis());
        double variance = sample.accuracyMetres() * sample.accuracyMetres() / RADIUS_PER_SIGMA_SQUARED;
        recent.add(new Spot(sample.x(), sample.y(), variance, sample.eventMillis()));
        recent.sort(Comparator.comparingLong(Spot::eventMillis));
        long newest = recent.get(recent.size() - 1).eventMillis();
        recent.removeIf(spot -> spot.eventMillis() < newest - rememberMillis);
        return new Person(
                sample.trackableId(),
                sample.providerId(),
                sample.accuracyMetres(),
                sample.z(),
                sample.fenceIds(),
                sample.planVersion(),
                before == null ? sample.timeMillis() : Math.max(before.sampledMillis(), sample.timeMillis()),
                recent);
    }

    private static int bucketOf(String trackableId) {
        return Math.floorMod(trackableId.hashCode(), BUCKETS);
    }

    private static int indexOf(List<Person> people, String trackableId) {
        int low = 0;
        int high = people.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (people.get(middle).trackableId().compareTo(trackableId) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean found = low < people.size() && people.get(low).trackableId().equals(trackableId);
        return found ? low : -low - 1;
    }
}
