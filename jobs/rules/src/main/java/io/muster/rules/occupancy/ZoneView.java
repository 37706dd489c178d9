package io.muster.rules.occupancy;

import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.occupancy.OccupancyState.Inside;
import io.muster.rules.plan.ZoneRule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a zone shows: the split of the people in it, and who of them counts against the limit. */
final class ZoneView {
    /** As many fixes as a finding carries. */
    private static final int MOST_EVIDENCE = 32;

    private final @Nullable ZoneRule zone;
    private final List<Inside> inside;
    private final List<Inside> counted;

    ZoneView(OccupancyState state) {
        this.zone = state.zone();
        this.inside = state.members().values().stream()
                .sorted(Comparator.comparing(Inside::trackableId))
                .toList();
        this.counted = inside.stream().filter(this::counts).toList();
    }

    /** Whether more people count than the limit allows. */
    boolean over() {
        Integer limit = limit();
        return limit != null && counted.size() > limit;
    }

    /**
     * Orange; red from twice the limit and one: at the limit of 3 that is 7, where a gathering turns red too, and where nobody may be, it is the
     * first person.
     */
    String level() {
        Integer limit = limit();
        return limit != null && counted.size() >= 2 * limit + 1 ? "red" : "orange";
    }

    /** Whether the same is to be told of both: counts, members, name, limit. The plan version alone is no news. */
    boolean sameAs(ZoneView other) {
        return Objects.equals(name(), other.name())
                && Objects.equals(limit(), other.limit())
                && Objects.equals(limitSource(), other.limitSource())
                && Objects.equals(minimum(), other.minimum())
                && Objects.equals(overBy(), other.overBy())
                && members().equals(other.members())
                && by(each -> each.who().department())
                        .equals(other.by(each -> each.who().department()))
                && by(each -> each.who().personType())
                        .equals(other.by(each -> each.who().personType()))
                && by(each -> each.who().post())
                        .equals(other.by(each -> each.who().post()));
    }

    /** Whether the same people count, as surely, against the same limit. */
    boolean countsSameAs(ZoneView other) {
        return Objects.equals(limit(), other.limit())
                && states(counted).equals(states(other.counted))
                && number(inside, Presence.POSSIBLE) == number(other.inside, Presence.POSSIBLE);
    }

    ZoneCount count(OccupancyState told, boolean report, long timeMillis, long eventMillis) {
        return new ZoneCount(
                told.site(),
                told.fenceId(),
                name(),
                number(inside, Presence.CONFIRMED),
                number(inside, Presence.POSSIBLE),
                number(inside, Presence.STALE),
                by(each -> each.who().department()),
                by(each -> each.who().personType()),
                by(each -> each.who().post()),
                limit(),
                limitSource(),
                minimum(),
                overBy(),
                members(),
                told.planVersion(),
                report,
                timeMillis,
                eventMillis,
                told.countSeq());
    }

    /** The numbers are those of the counted types; the persons and the evidence are who counts. */
    Finding finding(OccupancyState told, long timeMillis, long eventMillis) {
        Integer limit = limit();
        List<Inside> ofTypes = inside.stream().filter(this::isCountedType).toList();
        return new Finding(
                told.site(),
                "over_capacity",
                "fence",
                told.fenceId(),
                told.over(),
                told.level(),
                told.onsetMillis(),
                List.of(told.fenceId()),
                counted.stream().map(Inside::trackableId).toList(),
                number(ofTypes, Presence.CONFIRMED),
                number(ofTypes, Presence.POSSIBLE),
                number(ofTypes, Presence.STALE),
                limit == null ? null : (double) limit,
                (double) counted.size(),
                "over-capacity",
                1,
                told.planVersion(),
                counted.stream().limit(MOST_EVIDENCE).map(ZoneView::evidence).toList(),
                "occupancy",
                timeMillis,
                eventMillis,
                told.findingSeq());
    }

    private boolean counts(Inside person) {
        boolean sure = person.presence() == Presence.CONFIRMED
                || (person.presence() == Presence.STALE && zone != null && zone.staleCounts());
        return sure && isCountedType(person);
    }

    private boolean isCountedType(Inside person) {
        return zone == null
                || zone.countedPersonTypes().isEmpty()
                || zone.countedPersonTypes().contains(person.who().personType());
    }

    private @Nullable String name() {
        return zone == null ? null : zone.name();
    }

    private @Nullable Integer limit() {
        return zone == null ? null : zone.limit();
    }

    private @Nullable String limitSource() {
        return zone == null ? null : zone.limitSource();
    }

    private @Nullable Integer minimum() {
        return zone == null ? null : zone.minimum();
    }

    private @Nullable Integer overBy() {
        Integer limit = limit();
        return limit == null ? null : Math.max(0, counted.size() - limit);
    }

    private List<ZoneCount.Member> members() {
        return inside.stream()
                .map(person -> new ZoneCount.Member(person.trackableId(), person.presence(), person.sinceMillis()))
                .toList();
    }

    private Map<String, Integer> by(Function<Inside, @Nullable String> what) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Inside person : inside) {
            if (person.presence() != Presence.POSSIBLE) {
                String key = what.apply(person);
                numbers.merge(key == null ? "unknown" : key, 1, Integer::sum);
            }
        }
        return numbers;
    }

    private static Map<String, Presence> states(List<Inside> people) {
        Map<String, Presence> states = new HashMap<>();
        people.forEach(person -> states.put(person.trackableId(), person.presence()));
        return states;
    }

    private static int number(List<Inside> people, Presence presence) {
        return (int)
                people.stream().filter(person -> person.presence() == presence).count();
    }

    private static Finding.Evidence evidence(Inside person) {
        return new Finding.Evidence(
                person.trackableId(),
                person.providerId(),
                person.x(),
                person.y(),
                person.floor(),
                person.accuracyMetres(),
                person.fixMillis());
    }
}
