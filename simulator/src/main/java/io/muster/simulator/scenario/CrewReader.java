package io.muster.simulator.scenario;

import io.muster.simulator.scenario.Crew.Role;
import io.muster.simulator.scenario.Crew.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists {@code shifts} and {@code crews}: who is there, and when. */
final class CrewReader {
    static final int MOST_CREWS = 1_000;
    private static final int MOST_PEOPLE = 100_000;
    /** Longer than any shift; who writes more has mixed up beginning and end. */
    private static final long LONGEST_SHIFT_MILLIS = 14 * 3_600_000L;

    private static final long ROUND_EVERY_MILLIS = 2 * 3_600_000L;
    private static final long LONGEST_MILLIS = 366 * ClockTime.DAY_MILLIS;

    private final Section file;
    private final ClockTime clock;

    CrewReader(Section file, ClockTime clock) {
        this.file = file;
        this.clock = clock;
    }

    List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        for (Map.Entry<String, Section> entry :
                file.named("shifts", ScenarioKeys.SHIFT).entrySet()) {
            Section section = entry.getValue();
            if (!ScenarioReader.isId(entry.getKey())) {
                section.fault("from", "the shift's name must be " + ScenarioReader.ID);
            }
            long from = section.neededMoment("from", clock);
            String end = section.text("until");
            long until = end != null && ClockTime.isClock(end)
                    ? clock.notBefore(end, from)
                    : section.neededMoment("until", clock);
            if (until <= from && section.has("until")) {
                section.fault("until", "ends before it begins, was '" + end + "'");
            } else if (until - from > LONGEST_SHIFT_MILLIS) {
                section.fault(
                        "until",
                        "ends before it begins, or " + Quantity.ofMillis(until - from)
                                + " after; a shift lasts at most " + Quantity.ofMillis(LONGEST_SHIFT_MILLIS));
            }
            shifts.add(new Shift(entry.getKey(), from, until));
        }
        return shifts;
    }

    List<Crew> crews() {
        List<Crew> crews = new ArrayList<>();
        List<Section> sections = file.sections("crews", ScenarioKeys.CREW);
        if (sections.size() > MOST_CREWS) {
            file.fault("crews", "at most " + MOST_CREWS + ", was " + sections.size());
            return crews;
        }
        sections.forEach(section -> crews.add(crew(section)));
        return crews;
    }

    private Crew crew(Section section) {
        String id = section.neededText("id", ScenarioReader.ID);
        if (!id.isEmpty() && !ScenarioReader.isId(id)) {
            section.fault("id", "expected " + ScenarioReader.ID + ", was '" + YamlTree.shown(id) + "'");
        }
        Role role = section.word("role", Role.class);
        if (role == null) {
            section.missing("role", "one of " + String.join(", ", Section.words(Role.class)));
            role = Role.OFFICE;
        }
        Long size = section.whole("size", 1, MOST_PEOPLE);
        Double share = section.number("share", 0, MOST_PEOPLE);
        if (share != null && share == 0) {
            section.fault("share", "must be above 0");
        }
        if (section.has("size") == section.has("share")) {
            section.fault("size", "expected either size (how many) or share (a weight among those who are left)");
        }
        List<String> work = section.texts("work");
        List<String> rounds = section.texts("rounds");
        int workers = section.count("workers", 0, 1_000, 0);
        if (!work.isEmpty() && !section.has("workers")) {
            section.missing("workers", "how many are at work at once");
        }
        if (work.isEmpty() && workers > 0) {
            section.fault("workers", "without work there is nothing to do for them");
        }
        if (rounds.isEmpty() && section.has("round_every")) {
            section.fault("round_every", "without rounds there is nothing to walk");
        }
        if (role == Role.VISITOR && !section.has("host")) {
            section.missing("host", "the crew whose members walk with them");
        }
        if (role != Role.VISITOR && section.has("host")) {
            section.fault("host", "only visitors have hosts");
        }
        Tags tags = section.word("tags", Tags.class);
        return new Crew(
                id,
                role,
                size == null ? null : size.intValue(),
                share,
                section.texts("members"),
                section.text("shift"),
                section.neededText("department", "as the head count groups them"),
                personType(section, role),
                section.text("post"),
                section.neededText("base", "a fence id, or " + Crew.SPOTS),
                work,
                workers,
                rounds,
                section.duration("round_every", 60_000, rounds.isEmpty() ? 0 : ROUND_EVERY_MILLIS),
                tags == null ? Tags.MIXED : tags,
                talk(section.section("talk", ScenarioKeys.TALK)),
                lunch(section.section("lunch", ScenarioKeys.LUNCH)),
                permit(section.section("permit", ScenarioKeys.PERMIT)),
                section.text("host"),
                section.line());
    }

    private static String personType(Section section, Role role) {
        String type = section.text("person_type");
        if (type == null) {
            return role == Role.VISITOR ? "03" : role == Role.CONTRACTOR ? "02" : "01";
        }
        if (!List.of("01", "02", "03").contains(type)) {
            section.fault(
                    "person_type",
                    "expected \"01\" (employee), \"02\" (contractor) or \"03\" (visitor), was '" + YamlTree.shown(type)
                            + "'");
        }
        return type;
    }

    private Crew.@Nullable Meeting talk(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        return new Crew.Meeting(zone(section), section.neededMoment("at", clock), length(section));
    }

    private Crew.@Nullable Meal lunch(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        long from = section.neededMoment("from", clock);
        long until = section.neededMoment("until", clock);
        long length = length(section);
        if (until <= from) {
            section.fault("until", "ends before it begins");
        } else if (length > until - from) {
            section.fault(
                    "for", "is longer than the time from " + section.text("from") + " until " + section.text("until"));
        }
        return new Crew.Meal(zone(section), from, until, length);
    }

    private Crew.@Nullable Permit permit(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        long from = section.neededMoment("from", clock);
        long until = section.neededMoment("until", clock);
        if (until <= from) {
            section.fault("until", "ends before it begins");
        }
        String type = section.neededText("type", "two digits as in AQ 3064.2 A.1, such as \"01\"");
        if (!type.isEmpty() && !type.matches("[0-9]{2}")) {
            section.fault("type", "expected two digits as in AQ 3064.2 A.1, was '" + YamlTree.shown(type) + "'");
        }
        return new Crew.Permit(
                section.neededText("id", "the number of the ticket"),
                type,
                zone(section),
                from,
                until,
                section.text("approver"));
    }

    private static String zone(Section section) {
        return section.neededText("zone", "a fence id");
    }

    private static long length(Section section) {
        Long length = section.duration("for", 1);
        if (length == null) {
            section.missing("for", "a length such as 10m");
            return 1;
        }
        return Math.min(length, LONGEST_MILLIS);
    }
}
