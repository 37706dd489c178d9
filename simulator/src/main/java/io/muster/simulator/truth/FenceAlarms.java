package io.muster.simulator.truth;

import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Subject;
import io.muster.simulator.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The alarms that follow from who is in one fence when. */
final class FenceAlarms {
    /** Less above a limit may be missed by a rule that wants an entry confirmed. */
    private static final long OVER_CAPACITY_MILLIS = 10_000;

    private static final long BOUNDARY_MILLIS = 5_000;
    /** Proposal of the alarm catalogue (AQ 3064.3 5.2.4 d has no number). */
    private static final long UNDER_STAFFED_MILLIS = 300_000;
    /** Where a hazard has no limit of its own, a profile may have one; the alarm catalogue proposes this. */
    private static final long MOTIONLESS_MILLIS = 300_000;

    /** A sensor has to rest for so long before it says that it does. */
    private static final long FELT_MILLIS = 7_000;

    private final List<Person> people;
    /** By position; already as a radio in doubt shows them. */
    private final TreeMap<Integer, Levels> stays = new TreeMap<>();

    private final PlanFence fence;
    private final List<Happening> found = new ArrayList<>();

    private FenceAlarms(List<Person> people, FenceWatch watch, List<Spans> doubts) {
        this.people = people;
        this.fence = watch.fence();
        watch.stays().forEach((person, levels) -> stays.put(person, levels.blurredBy(doubts.get(person))));
    }

    /**
     * Everything about one fence, sorted.
     *
     * @param doubts of the radio, by position of the person
     * @param still when somebody lies without the least movement, by position
     * @param silenced when the over-capacity alarm of the fence is switched off with a reason
     * @param horizonMillis until when all stays are known
     */
    static List<Happening> of(
            List<Person> people,
            FenceWatch watch,
            List<Spans> doubts,
            Map<Integer, Spans> still,
            Spans silenced,
            long horizonMillis) {
        FenceAlarms alarms = new FenceAlarms(people, watch, doubts);
        alarms.overCapacity(silenced);
        alarms.underStaffed(horizonMillis);
        alarms.missing(horizonMillis);
        alarms.offPost(horizonMillis);
        alarms.admission();
        alarms.overstay();
        alarms.motionless(still);
        alarms.found.sort(Happening.ORDER);
        return alarms.found;
    }

    private void overCapacity(Spans silenced) {
        Integer limit = fence.limit();
        if (limit == null) {
            return;
        }
        TreeMap<Integer, Levels> counted = new TreeMap<>(stays);
        if (!fence.countedPersonTypes().isEmpty()) {
            counted.keySet().removeIf(person -> !fence.countedPersonTypes()
                    .contains(people.get(person).personType()));
        }
        Levels levels = Counting.moreThan(limit, counted.values());
        for (Verdict verdict : Verdict.of(levels, Verdict.Demand.atOnce(OVER_CAPACITY_MILLIS))) {
            Happening happening = aboutFence(AlarmKind.OVER_CAPACITY, verdict, counted);
            boolean isSilenced = silenced.touches(verdict.onsetMillis(), verdict.dueMillis());
            found.add(isSilenced ? happening.tolerate() : happening);
        }
    }

    private void underStaffed(long horizonMillis) {
        Integer minimum = fence.minimum();
        if (minimum == null || minimum <= 0) {
            return;
        }
        Levels levels = Counting.fewerThan(minimum, stays.values(), 0, horizonMillis);
        for (Verdict verdict : Verdict.of(levels, Verdict.Demand.after(absenceMillis()))) {
            found.add(aboutFence(AlarmKind.UNDER_STAFFED, verdict, stays));
        }
    }

    private long absenceMillis() {
        Long own = fence.conduct().absenceMillis();
        return own == null ? UNDER_STAFFED_MILLIS : own;
    }

    /** People who must be there by name: at a post it is theirs, anywhere else they are staff. */
    private void missing(long horizonMillis) {
        AlarmKind kind = fence.role() == Role.POST ? AlarmKind.OFF_POST : AlarmKind.UNDER_STAFFED;
        for (int person = 0; person < people.size(); person++) {
            if (fence.conduct().requiredTrackables().contains(people.get(person).id())) {
                Levels here = stays.getOrDefault(person, new Levels());
                away(kind, Map.of(person, here), 0, horizonMillis);
            }
        }
    }

    /** Nobody is there who holds the post. Where the plan does not say whose it is, it is nobody's until somebody who has a post was there. */
    private void offPost(long horizonMillis) {
        if (fence.role() != Role.POST || !fence.conduct().requiredTrackables().isEmpty()) {
            return;
        }
        TreeMap<Integer, Levels> holders = new TreeMap<>(stays);
        holders.keySet().removeIf(person -> !Conduct.holds(fence, people.get(person)));
        long from = fence.conduct().allowedPosts().isEmpty() ? Long.MAX_VALUE : 0;
        for (Levels levels : holders.values()) {
            from = levels.nominal().isEmpty()
                    ? from
                    : Math.min(from, levels.nominal().from(0));
        }
        if (from < horizonMillis) {
            away(AlarmKind.OFF_POST, holders, from, horizonMillis);
        }
    }

    private void away(AlarmKind kind, Map<Integer, Levels> who, long from, long horizonMillis) {
        Levels levels = Counting.fewerThan(1, who.values(), from, horizonMillis);
        for (Verdict verdict : Verdict.of(levels, Verdict.Demand.after(absenceMillis()))) {
            TreeSet<String> ids = new TreeSet<>();
            who.keySet().forEach(person -> ids.add(people.get(person).id()));
            found.add(happening(kind, new Subject("fence", fence.id()), verdict, List.copyOf(ids)));
        }
    }

    private void admission() {
        TreeMap<Integer, Levels> visitors = new TreeMap<>();
        TreeMap<Integer, Levels> others = new TreeMap<>();
        TreeMap<Integer, Levels> wrongPosts = new TreeMap<>();
        stays.forEach((person, levels) -> {
            Person who = people.get(person);
            if (!Conduct.admits(fence, who)) {
                if (Conduct.isVisitor(who)) {
                    visitors.put(person, levels);
                }
                if (!Conduct.isVisitor(who) || fence.role() == Role.FORBIDDEN) {
                    others.put(person, levels);
                }
            }
            if (Conduct.isWrongPost(fence, who)) {
                wrongPosts.put(person, levels);
            }
        });
        Verdict.Demand atOnce = Verdict.Demand.atOnce(BOUNDARY_MILLIS);
        boolean onlyTolerated = Conduct.isOnlyAtTimes(fence);
        if (onlyTolerated || !fence.conduct().mustStay().isEmpty()) {
            aboutEach(AlarmKind.BOUNDARY, stays, atOnce, true);
        }
        aboutEach(AlarmKind.BOUNDARY, others, atOnce, onlyTolerated);
        aboutEach(AlarmKind.VISITOR_EXPIRED, visitors, atOnce, onlyTolerated);
        aboutEach(AlarmKind.WRONG_POST, wrongPosts, atOnce, onlyTolerated);
    }

    private void overstay() {
        Long limit = fence.overstayMillis();
        if (limit != null) {
            aboutEach(AlarmKind.OVERSTAY, stays, Verdict.Demand.after(limit), false);
        }
    }

    private void motionless(Map<Integer, Spans> still) {
        if (!Conduct.isDangerous(fence) && fence.motionlessMillis() == null) {
            return;
        }
        Map<Integer, Levels> lying = new TreeMap<>();
        still.forEach((person, rests) -> {
            Levels levels = stays.get(person);
            Spans times = new Spans();
            for (int i = 0; i < rests.size(); i++) {
                times.add(rests.from(i) + FELT_MILLIS, rests.until(i));
            }
            if (levels != null) {
                lying.put(
                        person,
                        new Levels(
                                levels.possible().and(times),
                                levels.nominal().and(times),
                                levels.sure().and(times)));
            }
        });
        Long limit = fence.motionlessMillis();
        aboutEach(
                AlarmKind.MOTIONLESS,
                lying,
                Verdict.Demand.after(limit == null ? MOTIONLESS_MILLIS : limit),
                limit == null);
    }

    private void aboutEach(AlarmKind kind, Map<Integer, Levels> who, Verdict.Demand demand, boolean onlyTolerated) {
        who.forEach((person, levels) -> {
            String id = people.get(person).id();
            for (Verdict verdict : Verdict.of(levels, demand)) {
                Happening happening = happening(kind, new Subject("trackable", id), verdict, List.of(id));
                found.add(onlyTolerated ? happening.tolerate() : happening);
            }
        });
    }

    /** Takes part who is truly in meanwhile; where only the possible counts, who possibly is. */
    private Happening aboutFence(AlarmKind kind, Verdict verdict, Map<Integer, Levels> who) {
        Function<Levels, Spans> which = verdict.tolerated() ? Levels::possible : Levels::nominal;
        TreeSet<String> ids = new TreeSet<>();
        who.forEach((person, levels) -> {
            if (which.apply(levels).touches(verdict.onsetMillis(), verdict.endMillis())) {
                ids.add(people.get(person).id());
            }
        });
        return happening(kind, new Subject("fence", fence.id()), verdict, List.copyOf(ids));
    }

    private static Happening happening(AlarmKind kind, Subject subject, Verdict verdict, List<String> ids) {
        return new Happening(
                kind,
                subject,
                verdict.onsetMillis(),
                verdict.dueMillis(),
                verdict.endMillis(),
                ids,
                null,
                verdict.tolerated());
    }

    /** One alarm is open at a time about one subject: what begins while an earlier truth of the same kind still holds (in another fence) may bring none. */
    static List<Happening> oneAtATime(List<Happening> sorted) {
        Map<String, Long> busyUntil = new HashMap<>();
        List<Happening> result = new ArrayList<>();
        for (Happening happening : sorted) {
            String key = happening.kind() + " " + happening.subject();
            Long busy = busyUntil.get(key);
            if (happening.tolerated() || (busy != null && happening.onsetMillis() < busy)) {
                result.add(happening.tolerate());
            } else {
                busyUntil.put(key, happening.endMillis());
                result.add(happening);
            }
        }
        return result;
    }
}
