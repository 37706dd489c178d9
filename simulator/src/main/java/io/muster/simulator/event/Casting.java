package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import io.muster.simulator.scenario.Crew;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who plays what. The first who are free are taken, lowest numbers first and crews in the order of the file, so that more people change nobody's part as long
 * as there were enough.
 */
final class Casting {
    /** Time to walk, on each side of each event: ten minutes from one to the next, in which people go 700 m. */
    static final long WALK_MARGIN_MILLIS = 300_000;

    private static final Set<Crew.Role> STAY = Set.of(Crew.Role.GUARD, Crew.Role.CONTROL_ROOM, Crew.Role.VISITOR);

    private final Stage stage;
    private final List<Member> order;
    private final Set<String> kept = new HashSet<>();
    private final Map<String, List<Claim>> claims = new HashMap<>();

    private record Claim(long from, long until, String by) {
        boolean meets(long otherFrom, long otherUntil, long margin) {
            return otherFrom - margin < until + margin && from - margin < otherUntil + margin;
        }
    }

    Casting(Stage stage) {
        this.stage = stage;
        Map<String, Integer> position = new HashMap<>();
        for (Crew crew : stage.scenario().crews()) {
            position.put(crew.id(), position.size());
            if (crew.host() != null) {
                kept.add(crew.host());
            }
            if (crew.permit() != null || STAY.contains(crew.role())) {
                kept.add(crew.id());
            }
        }
        order = stage.members().stream()
                .sorted(Comparator.comparingInt(Member::number)
                        .thenComparingInt(
                                member -> position.getOrDefault(member.crew().id(), Integer.MAX_VALUE)))
                .toList();
    }

    /** Takes a member who was named, free or not. */
    void take(Member member, long fromMillis, long untilMillis, String by) throws Unplayable {
        List<Claim> of = claims.computeIfAbsent(member.name(), name -> new ArrayList<>());
        for (Claim claim : of) {
            if (claim.meets(fromMillis, untilMillis, 0)) {
                throw new Unplayable(member.name() + " is in two events at once: the other is " + claim.by());
            }
        }
        if (!stage.onShift(member, fromMillis, untilMillis)) {
            throw new Unplayable(member.name() + " is not on shift then");
        }
        of.add(new Claim(fromMillis, untilMillis, by));
    }

    /**
     * Takes free members.
     *
     * @param crew only of this one, whatever its people do; null = of all crews whose people may be called away: not guards, control rooms, visitors, their
     *     hosts, nor those who work by a permit
     * @throws Unplayable if there are too few
     */
    List<Member> choose(int count, @Nullable String crew, long fromMillis, long untilMillis, String by)
            throws Unplayable {
        List<Member> chosen = new ArrayList<>();
        for (Member member : order) {
            if (chosen.size() == count) {
                break;
            }
            boolean eligible =
                    crew == null ? mayBeCalledAway(member) : member.crew().id().equals(crew);
            if (eligible && isFree(member, fromMillis, untilMillis)) {
                chosen.add(member);
            }
        }
        if (chosen.size() < count) {
            throw new Unplayable("it needs " + count + " people" + (crew == null ? "" : " of the crew '" + crew + "'")
                    + ", and only " + chosen.size() + " are on shift and free then");
        }
        for (Member member : chosen) {
            take(member, fromMillis, untilMillis, by);
        }
        return chosen;
    }

    /** Whether the member is on shift and not in an event, with time to walk on both sides. */
    boolean isFree(Member member, long fromMillis, long untilMillis) {
        return stage.onShift(member, fromMillis - WALK_MARGIN_MILLIS, untilMillis + WALK_MARGIN_MILLIS)
                && claims.getOrDefault(member.name(), List.of()).stream()
                        .noneMatch(claim -> claim.meets(fromMillis, untilMillis, WALK_MARGIN_MILLIS));
    }

    /** Whether the member is in an event at some time between these. */
    boolean isTaken(Member member, long fromMillis, long untilMillis) {
        return claims.getOrDefault(member.name(), List.of()).stream()
                .anyMatch(claim -> claim.meets(fromMillis, untilMillis, 0));
    }

    /** Not a guard, in a control room, a visitor, a host or under a permit. */
    boolean mayBeCalledAway(Member member) {
        return !kept.contains(member.crew().id());
    }

    /** Everybody, in the order in which they are taken. */
    List<Member> order() {
        return order;
    }
}
