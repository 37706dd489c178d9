package io.muster.launcher.lines;

import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What places and people are called; an id that nobody has named is its own name. Safe for several threads. */
public final class Names {
    private final Map<String, String> places = new ConcurrentHashMap<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();

    public void add(Plan plan) {
        plan.fences().forEach(fence -> place(fence.id(), fence.name()));
    }

    public void add(Person person) {
        person(person.id(), person.name());
    }

    public void person(String id, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            people.put(id, name);
        }
    }

    public void place(String id, String name) {
        if (!name.isBlank()) {
            places.put(id, name);
        }
    }

    public String ofPlace(String id) {
        return places.getOrDefault(id, id);
    }

    /** The name and the id, since two people may share a name. */
    public String ofPerson(String id) {
        String name = people.get(id);
        return name == null ? id : name + " (" + id + ")";
    }
}
