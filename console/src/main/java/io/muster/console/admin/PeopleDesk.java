package io.muster.console.admin;

import io.muster.console.live.LiveSite;
import io.muster.console.live.NotSent;
import io.muster.console.live.SiteWriter;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import io.muster.contract.topic.TopicKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The people of a site and their tags: one record each, as {@code ./muster people apply} writes them. A tag belongs to one person at a time. */
public final class PeopleDesk {
    /** In faults, where a file has its name. */
    public static final String NAME = "people";

    private final SiteWriter writer;
    private final Fresh fresh;
    /** One change of a site's people at a time. */
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    public PeopleDesk(SiteWriter writer, Fresh fresh) {
        this.writer = writer;
        this.fresh = fresh;
    }

    /** Makes what is to be written out of what is there. */
    @FunctionalInterface
    public interface Maker {
        Person make(@Nullable Person before) throws PeopleFaults;
    }

    /** @param before null = the person is new */
    public record Saved(@Nullable Person before, Person after, boolean written) {}

    /** @param notInFile who is there and stays as they are */
    public record Imported(int people, int written, int notInFile) {}

    /** Everybody, also whom somebody else added a moment ago. */
    public Collection<Person> people(LiveSite site) {
        fresh.read(site.id(), TopicKind.TRACKABLES);
        return site.register();
    }

    /**
     * Writes one person.
     *
     * @param revision of what the change was made from, see {@link LiveSite#revision}; null = whatever is there
     * @param named how a person is called to whom asks
     * @throws Conflict where somebody else changed them since, or a tag is another's at that time
     */
    public Saved save(LiveSite site, String id, @Nullable Long revision, Function<Person, String> named, Maker maker)
            throws PeopleFaults, NotSent {
        synchronized (lock(site)) {
            fresh.read(site.id(), TopicKind.TRACKABLES);
            Person before = site.registered(id);
            same(site, id, revision);
            Person after = maker.make(before);
            List<String> taken = taken(after, carriers(site.register()), Set.of(), named);
            if (!taken.isEmpty()) {
                throw new Conflict(taken.get(0), taken);
            }
            boolean written = before == null || !before.document().equals(after.document());
            if (written) {
                fresh.read(writer.write(site.id(), TopicKind.TRACKABLES, id, bytes(after)));
            }
            return new Saved(before, after, written);
        }
    }

    /** Takes a person out; null = there is none. */
    public @Nullable Person delete(LiveSite site, String id, @Nullable Long revision) throws NotSent {
        synchronized (lock(site)) {
            fresh.read(site.id(), TopicKind.TRACKABLES);
            Person before = site.registered(id);
            if (before != null) {
                same(site, id, revision);
                fresh.read(writer.write(site.id(), TopicKind.TRACKABLES, id, null));
            }
            return before;
        }
    }

    /**
     * Writes those of a file that are new or changed; who is not in it stays.
     *
     * @throws PeopleFaults with every fault of every line: nothing was written
     */
    public Imported importAll(LiveSite site, byte[] lines, Function<Person, String> named)
            throws PeopleFaults, NotSent {
        List<Person> people = PeopleReader.read(NAME, lines);
        synchronized (lock(site)) {
            fresh.read(site.id(), TopicKind.TRACKABLES);
            Set<String> ids = new HashSet<>();
            people.forEach(each -> ids.add(each.id()));
            List<String> taken = new ArrayList<>();
            Map<String, List<Person>> carriers = carriers(site.register());
            people.forEach(each -> taken.addAll(taken(each, carriers, ids, named)));
            if (!taken.isEmpty()) {
                throw new Conflict(taken.get(0), taken);
            }
            int notInFile = (int) site.register().stream()
                    .filter(each -> !ids.contains(each.id()))
                    .count();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Person each : people) {
                Person before = site.registered(each.id());
                if (before == null || !before.document().equals(each.document())) {
                    sent.add(writer.send(site.id(), TopicKind.TRACKABLES, each.id(), bytes(each)));
                }
            }
            for (Future<RecordMetadata> each : sent) {
                fresh.read(writer.of(each));
            }
            return new Imported(people.size(), sent.size(), notInFile);
        }
    }

    private Object lock(LiveSite site) {
        return locks.computeIfAbsent(site.id(), id -> new Object());
    }

    private static void same(LiveSite site, String id, @Nullable Long revision) {
        Long now = site.revision(id);
        if (revision != null && now != null && !revision.equals(now)) {
            throw new Conflict("revision: that of '" + id + "' is " + now + ", was " + revision
                    + "; look at what was changed since");
        }
    }

    /** Who has which tag. */
    private static Map<String, List<Person>> carriers(Collection<Person> people) {
        Map<String, List<Person>> carriers = new HashMap<>();
        people.forEach(person -> person.tags().forEach(tag -> carriers.computeIfAbsent(tag, each -> new ArrayList<>())
                .add(person)));
        return carriers;
    }

    /** @param but who is not looked at */
    private static List<String> taken(
            Person person, Map<String, List<Person>> carriers, Set<String> but, Function<Person, String> named) {
        List<String> taken = new ArrayList<>();
        for (String tag : person.tags()) {
            for (Person other : carriers.getOrDefault(tag, List.of())) {
                if (!other.id().equals(person.id()) && !but.contains(other.id()) && other.overlaps(person)) {
                    taken.add("location_providers: tag '" + tag + "' of '" + person.id() + "' is bound to "
                            + named.apply(other) + " at that time");
                }
            }
        }
        return taken;
    }

    private static byte[] bytes(Person person) {
        return person.document().getBytes(StandardCharsets.UTF_8);
    }
}
