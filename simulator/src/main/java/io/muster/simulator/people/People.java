package io.muster.simulator.people;

import io.muster.contract.codec.Ids;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Scenario;
import io.muster.simulator.scenario.Shift;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a scenario's crews as people of a site: with an id, a name, tags. What a person is depends on (seed, crew, number) only. */
public final class People {
    /** A visitor's tag is theirs from so long before the shift until so long after it. */
    private static final long VALID_AROUND_MILLIS = 3_600_000;

    private final Scenario scenario;
    private final long seed;
    private final String site;

    /** @param site ids are made from it */
    public People(Scenario scenario, long seed, String site) {
        this.scenario = scenario;
        this.seed = seed;
        this.site = site;
    }

    /**
     * Everybody, in the order of the members.
     *
     * @param motion where each member truly is
     */
    public List<Person> of(List<Member> members, Function<Member, Motion> motion) {
        Set<String> names = new HashSet<>();
        members.forEach(member -> names.add(member.name()));
        List<Person> people = new ArrayList<>(members.size());
        for (Member member : members) {
            people.add(person(member, names, motion.apply(member)));
        }
        return Collections.unmodifiableList(people);
    }

    /** The person id of a member, {@code crew#number}. */
    public static String id(String site, String member) {
        return Ids.uuid5(site, "person", member);
    }

    /** What a member carries. */
    public List<Tag> tags(Member member) {
        int position = scenario.crews().indexOf(member.crew());
        if (position < 0) {
            throw new IllegalArgumentException(
                    "crew " + member.crew().id() + " is not of the scenario " + scenario.name());
        }
        Tag uwb = new Tag(String.format("A4C138%03X%07X", position, member.number()), Tag.Technology.UWB);
        Tag second = new Tag(String.format("A4C139%03X%07X", position, member.number()), Tag.Technology.UWB);
        Tag ble = new Tag(bleAddress(position, member.number()), Tag.Technology.BLE);
        return switch (member.crew().tags()) {
            case UWB -> List.of(uwb);
            case BLE -> List.of(ble);
            case BOTH -> List.of(uwb, ble);
            case TWO_UWB -> List.of(uwb, second);
            case MIXED -> {
                double kind = draw("tags", member).nextDouble();
                yield kind < 0.70 ? List.of(uwb) : kind < 0.85 ? List.of(ble) : List.of(uwb, ble);
            }
        };
    }

    private Person person(Member member, Set<String> names, Motion motion) {
        Crew crew = member.crew();
        Shift shift = visitorShift(crew);
        return new Person(
                member.index(),
                id(site, member.name()),
                member.name(),
                crew.id(),
                name(member),
                crew.department(),
                crew.personType(),
                crew.post(),
                host(member, names),
                shift == null ? null : shift.fromMillis() - VALID_AROUND_MILLIS,
                shift == null ? null : shift.untilMillis() + VALID_AROUND_MILLIS,
                tags(member),
                motion);
    }

    private @Nullable Shift visitorShift(Crew crew) {
        if (crew.role() != Crew.Role.VISITOR) {
            return null;
        }
        return scenario.shifts().stream()
                .filter(shift -> shift.id().equals(crew.shift()))
                .findFirst()
                .orElse(null);
    }

    /** The name in the file, else a drawn one; of visitors only every other one is known at the gate. */
    private @Nullable String name(Member member) {
        Crew crew = member.crew();
        if (member.number() <= crew.members().size()) {
            return crew.members().get(member.number() - 1);
        }
        Draw draw = draw("name", member);
        String name = Names.name(draw);
        return crew.personType().equals("03") && draw.happens(0.5) ? null : name;
    }

    private @Nullable String host(Member member, Set<String> names) {
        String crew = member.crew().host();
        String host = crew + "#" + member.number();
        return crew == null || !names.contains(host) ? null : id(site, host);
    }

    private Draw draw(String what, Member member) {
        return Draw.of(seed, what + " " + member.crew().id(), member.number());
    }

    /** Three hex digits of the crew and five of the number, as a MAC. */
    private static String bleAddress(int position, int number) {
        return String.format("C47C%03X%05X", position, number).replaceAll("(..)(?!$)", "$1:");
    }
}
