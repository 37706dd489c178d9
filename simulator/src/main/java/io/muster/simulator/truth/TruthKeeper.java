package io.muster.simulator.truth;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.people.Person;
import io.muster.simulator.scenario.DemoScenario;
import io.muster.simulator.scenario.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The truth of a run, as far as it is asked for: what the script says happens, and what an audit of the true positions, second by second, finds beside it. Not
 * safe for several threads.
 */
public final class TruthKeeper {
    private static final long STEP_MILLIS = 1_000;
    /** What the audit sees this close to a scripted situation, in time, is that situation coming or going. */
    private static final long AROUND_SCRIPT_MILLIS = 20_000;

    private final DemoScenario scenario;
    private final List<Person> people;
    private final Map<String, String> fenceIds = new HashMap<>();
    private final List<Watched> moving = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private final List<AuditZone> exempt = new ArrayList<>();
    private final Map<CapacityAudit, List<Watched>> zones = new HashMap<>();
    private final GatheringAudit gatherings = new GatheringAudit();
    private long nextMillis;

    public TruthKeeper(Plan plan, List<Person> people, DemoScenario scenario) {
        this.scenario = scenario;
        this.people = people;
        List<AuditZone> limited = new ArrayList<>();
        for (PlanFence fence : plan.fences()) {
            fenceIds.put(fence.foreignId(), fence.id());
            if (fence.gatheringExempt()) {
                exempt.add(new AuditZone(fence));
            }
            if (fence.limit() != null) {
                limited.add(new AuditZone(fence));
            }
        }
        List<Watched> staying = new ArrayList<>();
        for (Person person : people) {
            Watched one = new Watched(person);
            one.moveTo(0);
            if (person.motion().stays()) {
                markExempt(one);
                staying.add(one);
            } else {
                moving.add(one);
            }
        }
        // Who stays in an exempt room for good takes part in nothing; who stays elsewhere is looked at where it stands.
        staying.stream().filter(one -> !one.surelyExempt).forEach(watched::add);
        watched.addAll(moving);
        for (AuditZone zone : limited) {
            List<Watched> candidates = new ArrayList<>(
                    staying.stream().filter(one -> zone.depth(one) < one.margin).toList());
            candidates.addAll(moving);
            Integer limit = zone.fence().limit();
            zones.put(new CapacityAudit(zone, limit == null ? 0 : limit), candidates);
        }
    }

    /**
     * Everything that began before {@code untilMillis} of simulated time, sorted by onset. What is due later is tolerated; what has not ended then has no end.
     *
     * @param startMillis instant of simulated time 0 (epoch)
     * @throws IllegalArgumentException if it is asked for an earlier time than before: the audit only walks forward
     */
    public List<TruthLine> truth(long untilMillis, long startMillis) {
        return facts(untilMillis).stream()
                .map(fact -> TruthLines.line(fact, startMillis))
                .toList();
    }

    List<Fact> facts(long untilMillis) {
        if (untilMillis < nextMillis - STEP_MILLIS) {
            throw new IllegalArgumentException(
                    "truth was already written until " + (nextMillis - STEP_MILLIS) + " ms, asked for " + untilMillis);
        }
        while (nextMillis <= untilMillis) {
            look(nextMillis);
            nextMillis += STEP_MILLIS;
        }
        List<Situation> script = scenario.situations(0, untilMillis);
        List<Fact> facts = new ArrayList<>();
        script.forEach(situation -> facts.add(scripted(situation)));
        zones.keySet().forEach(zone -> facts.addAll(zone.facts()));
        facts.addAll(gatherings.facts());
        List<Fact> scripted = facts.subList(0, script.size()).stream().toList();
        List<Fact> result = new ArrayList<>(scripted);
        facts.subList(script.size(), facts.size()).stream()
                .filter(fact -> scripted.stream().noneMatch(known -> isSame(known, fact)))
                .forEach(result::add);
        result.sort(Comparator.comparingLong(Fact::onsetMillis)
                .thenComparing(Fact::kind)
                .thenComparing(Fact::subject));
        return result.stream()
                .filter(fact -> fact.onsetMillis() <= untilMillis)
                .map(fact -> fact.asOf(untilMillis))
                .toList();
    }

    /** What the audit alone finds, for tests that hold the script against it. */
    List<Fact> audited(long untilMillis) {
        facts(untilMillis);
        List<Fact> facts = new ArrayList<>(gatherings.facts());
        zones.keySet().forEach(zone -> facts.addAll(zone.facts()));
        return facts;
    }

    private void look(long millis) {
        for (Watched one : moving) {
            one.moveTo(millis);
            markExempt(one);
        }
        zones.forEach((zone, candidates) -> zone.look(millis, candidates));
        gatherings.look(millis, watched);
    }

    private void markExempt(Watched one) {
        one.surelyExempt = false;
        one.surelyWatched = true;
        for (AuditZone zone : exempt) {
            double depth = zone.depth(one);
            one.surelyExempt |= depth < -one.margin;
            one.surelyWatched &= depth > one.margin;
        }
    }

    private Fact scripted(Situation situation) {
        List<String> ids = situation.cast().stream()
                .map(index -> people.get(index).id())
                .sorted()
                .toList();
        if (situation.kind() == Situation.Kind.GATHERING) {
            String id = "gathering-" + situation.stage() + "-" + situation.number();
            return Fact.gathering(id, situation.onsetMillis(), situation.endMillis(), ids, ids.size(), false);
        }
        String fence = fenceIds.get(situation.stage());
        if (fence == null) {
            throw new IllegalStateException("the plan has no fence " + situation.stage());
        }
        return Fact.overCapacity(fence, situation.onsetMillis(), situation.endMillis(), ids, false);
    }

    private static boolean isSame(Fact scripted, Fact seen) {
        if (scripted.kind() != seen.kind()
                || seen.onsetMillis() > scripted.endMillis() + AROUND_SCRIPT_MILLIS
                || seen.endMillis() < scripted.onsetMillis() - AROUND_SCRIPT_MILLIS) {
            return false;
        }
        if (seen.kind() == Fact.Kind.OVER_CAPACITY) {
            return scripted.subject().equals(seen.subject());
        }
        Set<String> cast = new HashSet<>(scripted.trackableIds());
        return seen.trackableIds().stream().anyMatch(cast::contains);
    }
}
