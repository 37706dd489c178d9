package io.muster.stream.reference;

import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every version of the plans and people that may still be asked for. An answer depends on what was in the log up to the time asked for, never
 * on what was read last. Not thread-safe; lives in one operator, built from its broadcast state.
 */
public final class References {
    private static final Comparator<Reference> BY_FORCE = Comparator.comparingLong(Reference::inForceMillis)
            .thenComparingLong(Reference::arrivalMillis)
            .thenComparingInt(Reference::partition)
            .thenComparingLong(Reference::offset);

    private record PersonVersion(
            Reference reference, @Nullable Person person) {}

    private record PlanVersion(Reference reference, PlanView view) {}

    private static final class SiteReferences {
        final List<PlanVersion> plans = new ArrayList<>();
        final Map<String, List<PersonVersion>> people = new HashMap<>();
        /** When the first of the people came into force. */
        long peopleSinceMillis = Long.MAX_VALUE;
        /** Tag to everybody who ever carried it in a version held. */
        final Map<String, List<String>> carriers = new HashMap<>();
    }

    private final Map<String, SiteReferences> sites = new HashMap<>();
    private final PlanViews views;

    public References(PlanViews views) {
        this.views = views;
    }

    /**
     * Takes up a version.
     *
     * @param decidedMillis nothing at or before this is asked for any more
     * @return the versions that nobody can ask for now, to be forgotten
     */
    public List<Reference> add(Reference reference, long decidedMillis) {
        SiteReferences site = sites.computeIfAbsent(reference.site(), s -> new SiteReferences());
        return switch (reference.kind()) {
            case PLAN -> {
                String document = reference.document();
                if (document == null) {
                    yield List.of();
                }
                site.plans.add(new PlanVersion(reference, views.view(reference.site(), document)));
                site.plans.sort(Comparator.comparing(PlanVersion::reference, BY_FORCE));
                yield prune(site.plans, PlanVersion::reference, decidedMillis);
            }
            case PERSON -> {
                Person person = reference.document() == null ? null : PeopleReader.readOne(reference.document());
                List<PersonVersion> versions = site.people.computeIfAbsent(reference.id(), p -> new ArrayList<>());
                versions.add(new PersonVersion(reference, person));
                versions.sort(Comparator.comparing(PersonVersion::reference, BY_FORCE));
                site.peopleSinceMillis = Math.min(site.peopleSinceMillis, reference.inForceMillis());
                if (person != null) {
                    for (String tag : person.tags()) {
                        List<String> carriers = site.carriers.computeIfAbsent(tag, t -> new ArrayList<>(1));
                        if (!carriers.contains(reference.id())) {
                            carriers.add(reference.id());
                        }
                    }
                }
                yield prune(versions, PersonVersion::reference, decidedMillis);
            }
        };
    }

    /** The plan of a site that is in force at this moment; null = none is yet. */
    public @Nullable PlanView planAt(String site, long millis) {
        SiteReferences of = sites.get(site);
        PlanVersion version = of == null ? null : newest(of.plans, PlanVersion::reference, millis);
        return version == null ? null : version.view();
    }

    /** Whether any person of the site is known at this moment. Without people every tag is a person of its own, and none is unknown. */
    public boolean knowsPeople(String site, long millis) {
        SiteReferences of = sites.get(site);
        return of != null && of.peopleSinceMillis <= millis;
    }

    /**
     * Who carries the tag at this moment; of several the one bound last; null = nobody is known to. A binding whose {@code valid_until} has
     * passed gives way to any other, but stands where there is no other: a visitor who overstays is still that visitor, and not two people.
     */
    public @Nullable Person carrierAt(String site, String providerKey, long millis) {
        SiteReferences of = sites.get(site);
        List<String> carriers = of == null ? null : of.carriers.get(providerKey);
        if (of == null || carriers == null) {
            return null;
        }
        PersonVersion found = null;
        for (String id : carriers) {
            PersonVersion version = newest(of.people.getOrDefault(id, List.of()), PersonVersion::reference, millis);
            if (version != null
                    && version.person() != null
                    && version.person().tags().contains(providerKey)
                    && (found == null || closer(version, found, millis))) {
                found = version;
            }
        }
        return found == null ? null : found.person();
    }

    /** What the people file says of a person at this moment; null = nothing. */
    public @Nullable Person personAt(String site, String id, long millis) {
        SiteReferences of = sites.get(site);
        PersonVersion version =
                of == null ? null : newest(of.people.getOrDefault(id, List.of()), PersonVersion::reference, millis);
        return version == null ? null : version.person();
    }

    private static boolean closer(PersonVersion one, PersonVersion than, long millis) {
        boolean expired = expired(one, millis);
        return expired == expired(than, millis) ? BY_FORCE.compare(than.reference(), one.reference()) < 0 : !expired;
    }

    private static boolean expired(PersonVersion version, long millis) {
        Person person = version.person();
        return person != null
                && person.validUntil() != null
                && person.validUntil().toEpochMilli() < millis;
    }

    private interface Of<T> {
        Reference reference(T version);
    }

    private static <T> @Nullable T newest(List<T> versions, Of<T> of, long millis) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (of.reference(versions.get(i)).inForceMillis() <= millis) {
                return versions.get(i);
            }
        }
        return null;
    }

    private static <T> List<Reference> prune(List<T> versions, Of<T> of, long decidedMillis) {
        List<Reference> forgotten = new ArrayList<>();
        while (versions.size() > 1 && of.reference(versions.get(1)).inForceMillis() <= decidedMillis) {
            forgotten.add(of.reference(versions.remove(0)));
        }
        return forgotten;
    }
}
