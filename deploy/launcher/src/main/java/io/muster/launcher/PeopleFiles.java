package io.muster.launcher;

import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Words;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads people and says what there is. */
final class PeopleFiles {
    /** AQ 3064.3 Annex B: the codes of person types. */
    private static final Map<String, String> TYPES =
            Map.of("01", "employee 内部员工", "02", "contractor 承包商", "03", "visitor 外来人员");

    private PeopleFiles() {}

    /** All faults together, one line each. */
    static List<Person> read(Path file) {
        try {
            return PeopleReader.read(file.toString(), Inputs.bytes(file));
        } catch (PeopleFaults e) {
            throw new BadInput(e.faults());
        }
    }

    static void print(List<Person> people, PrintStream out) {
        Map<String, Map<String, Integer>> byDepartment = new TreeMap<>();
        for (Person person : people) {
            String department = person.department() == null ? "(none)" : person.department();
            byDepartment
                    .computeIfAbsent(department, key -> new TreeMap<>())
                    .merge(person.personType() == null ? "" : person.personType(), 1, Integer::sum);
        }
        Table table = Table.of("department", "person type", ">people");
        byDepartment.forEach((department, types) -> types.forEach(
                (type, count) -> table.row(department, TYPES.getOrDefault(type, type), Words.count(count))));
        out.print(table);
        out.println(Words.counted(people.size(), "person", "people") + " with "
                + Words.counted(tags(people), "tag", "tags") + ", " + withoutTag(people) + " without one.");
    }

    static Map<String, Object> summary(String command, List<Person> people) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("command", command);
        object.put("people", people.size());
        object.put("tags", tags(people));
        object.put("without_tag", withoutTag(people));
        return object;
    }

    private static long tags(List<Person> people) {
        return people.stream().mapToLong(person -> person.tags().size()).sum();
    }

    private static long withoutTag(List<Person> people) {
        return people.stream().filter(person -> person.tags().isEmpty()).count();
    }
}
