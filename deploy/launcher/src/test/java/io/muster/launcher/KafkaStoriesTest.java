package io.muster.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.broker.testing.TestKafka;
import io.muster.launcher.kafka.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that talk to Kafka, on a real one; each story has a site of its own. */
class KafkaStoriesTest {
    private final String kafka = TestKafka.shared().bootstrapServers();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void topicsAreCreatedOnce() {
        Muster.Result first = createTopics("once", "acme", "blue");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("once.location-updates.acme"), first.out());
        assertTrue(first.out().contains("muster.writer-epochs"), first.out());
        assertEquals("", first.err());

        Muster.Result again = createTopics("once", "acme", "blue");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("0 topics created"), again.out());
        assertEquals("", again.err(), "what we created is as it should be");

        Muster.Result oneMore = createTopics("once", "acme", "blue", "cyan");
        assertTrue(oneMore.out().contains("4 topics created"), oneMore.out());
    }

    @Test
    void aTopicThatDiffersIsLeftAloneAndSaid() {
        Connection connection = new Connection(kafka);
        try (var admin = connection.admin()) {
            NewTopic own = new NewTopic("differs.location-updates.acme", Optional.of(2), Optional.empty())
                    .configs(Map.of("retention.ms", "1000", "message.timestamp.type", "CreateTime"));
            connection.await(admin.createTopics(List.of(own)).all(), "own topic");
        }
        Muster.Result result = createTopics("differs", "acme");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("was there, differs"), result.out());
        assertTrue(result.err().contains("differs.location-updates.acme: has 2 partitions, 4 is usual"), result.err());
        assertTrue(
                result.err().contains("message.timestamp.type is CreateTime, should be LogAppendTime"), result.err());
        assertTrue(result.err().contains("retention.ms is 1000"), result.err());
    }

    @Test
    void aPlanIsAppliedOnceAndItsHistoryTold() throws IOException {
        createTopics("planned");
        String first = file("one.geojson", Samples.plan("planned", "1", 0));
        Muster.Result applied = plan("apply", first, "planned");
        assertEquals(0, applied.code(), applied.err());
        assertTrue(applied.out().contains("Version 1 written to planned.plans."), applied.out());
        assertTrue(plan("apply", first, "planned").out().contains("nothing was written"));

        String changed = file("changed.geojson", Samples.plan("planned", "1", 5));
        Muster.Result refused = plan("apply", changed, "planned");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("give this one another muster.version"), refused.err());

        assertEquals(
                0,
                plan("apply", file("two.geojson", Samples.plan("planned", "2", 5)), "planned")
                        .code());
        Muster.Result history = Muster.run("plan", "history", "--kafka", kafka, "--site", "planned", "--json");
        assertTrue(history.out().contains("\"version\":\"1\""), history.out());
        assertTrue(history.out().matches("(?s).*\"version\":\"2\"[^}]*\"in_force\":true.*"), history.out());
        assertEquals(
                2,
                Muster.run("plan", "history", "--kafka", kafka, "--site", "planned")
                        .out()
                        .lines()
                        .skip(2)
                        .count());

        Muster.Result shown = Muster.run("plan", "show", "--kafka", kafka, "--site", "planned");
        assertTrue(shown.out().contains("version 2"), shown.out());
        Muster.Result document =
                Muster.run("plan", "show", "--kafka", kafka, "--site", "planned", "--version-id", "1", "--json");
        assertEquals(Samples.plan("planned", "1", 0).strip(), document.out().strip());
    }

    @Test
    void aPlanWithAFaultIsRefusedWhole() throws IOException {
        createTopics("faulty");
        String plan = file("bad.geojson", Samples.plan("faulty", "1", 0).replace("\"hazard\"", "\"hazzard\""));
        Muster.Result refused = plan("apply", plan, "faulty");
        assertEquals(2, refused.code());
        assertEquals(1, refused.errLines().size(), refused.err());
        Muster.Result shown = Muster.run("plan", "show", "--kafka", kafka, "--site", "faulty");
        assertEquals(2, shown.code());
        assertTrue(shown.err().contains("no plan in force"), shown.err());
    }

    @Test
    void theSiteOfTheCommandReplacesThatOfThePlan() throws IOException {
        createTopics("moved");
        Muster.Result applied = plan("apply", file("p.geojson", Samples.plan("north", "1", 0)), "moved");
        assertEquals(0, applied.code(), applied.err());
        String document = Muster.run("plan", "show", "--kafka", kafka, "--site", "moved", "--json")
                .out();
        assertTrue(document.contains("\"site\":\"moved\""), document);
    }

    @Test
    void onlyPeopleThatChangedAreWritten() throws IOException {
        createTopics("staffed");
        String people = file("p.jsonl", Samples.person("ann", "T-1") + "\n" + Samples.person("bo", "T-2") + "\n");
        assertTrue(people(people).out().contains("2 people written to staffed.trackables, 0 unchanged."));
        String later = file("later.jsonl", Samples.person("ann", "T-1") + "\n" + Samples.person("cy", "T-3") + "\n");
        Muster.Result second = people(later);
        assertTrue(
                second.out().contains("1 person written to staffed.trackables, 1 unchanged; 1 person there"),
                second.out());
    }

    @Test
    void withoutTopicsTheLineSaysWhatToDo() throws IOException {
        Muster.Result result = plan("apply", file("p.geojson", Samples.plan("nowhere", "1", 0)), "nowhere");
        assertEquals(2, result.code());
        assertEquals(1, result.errLines().size(), result.err());
        assertTrue(result.err().contains("./muster topics create"), result.err());
    }

    private Muster.Result createTopics(String site, String... vendors) {
        List<String> arguments =
                new java.util.ArrayList<>(List.of("topics", "create", "--kafka", kafka, "--site", site));
        for (String vendor : vendors) {
            arguments.add("--vendor");
            arguments.add(vendor);
        }
        return Muster.run(arguments.toArray(String[]::new));
    }

    private Muster.Result plan(String what, String file, String site) {
        return Muster.run("plan", what, file, "--kafka", kafka, "--site", site);
    }

    private Muster.Result people(String file) {
        return Muster.run("people", "apply", file, "--kafka", kafka, "--site", "staffed");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
