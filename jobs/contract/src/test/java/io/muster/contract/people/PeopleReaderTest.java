package io.muster.contract.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleReaderTest {
    private static final String ANN =
            person("ann", "\"AA:BB:CC:DD:EE:FF\"", "\"department\":\"合成\",\"person_type\":\"01\"");

    @Test
    void aPersonAndTheirTags() throws PeopleFaults {
        List<Person> people = read("\uFEFF" + ANN + "\r\n\n"
                + person(
                        "bob",
                        "\"tag-9\",\"tag-10\"",
                        "\"host\":\"ann\","
                                + "\"valid_from\":\"2026-03-01T08:00:00+08:00\",\"valid_until\":\"2026-03-02T00:00:00Z\"")
                + "\n");
        assertEquals(2, people.size());
        assertEquals(List.of("AABBCCDDEEFF"), people.get(0).tags());
        assertEquals("合成", people.get(0).department());
        assertEquals("01", people.get(0).personType());
        assertEquals(ANN, people.get(0).document());
        Person bob = people.get(1);
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), bob.validFrom());
        assertEquals("ann", bob.host());
        assertTrue(bob.validAt(Instant.parse("2026-03-01T00:00:00Z")));
        assertFalse(bob.validAt(Instant.parse("2026-03-02T00:00:00Z")));
        assertEquals(bob, PeopleReader.readOne(bob.document()));
    }

    @Test
    void oneTagOfTwoPeopleNamesBoth() {
        List<String> faults = faults(ANN + "\n" + person("bob", "\"aabbccddeeff\"", ""));
        assertEquals(
                List.of(
                        "people.jsonl:2 location_providers: tag 'AABBCCDDEEFF' of 'bob' is bound to 'ann' (line 1) at the same time"),
                faults);
    }

    @Test
    void oneAfterTheOtherMayHaveIt() throws PeopleFaults {
        assertEquals(
                2,
                read(person("ann", "\"t\"", "\"valid_until\":\"2026-03-01T00:00:00Z\"") + "\n"
                                + person("bob", "\"t\"", "\"valid_from\":\"2026-03-01T00:00:00Z\""))
                        .size());
    }

    @Test
    void allFaultsTogether() {
        String all = String.join(
                "\n",
                faults(String.join(
                        "\n",
                        "{\"id\":\"x\"}",
                        "nonsense",
                        "{\"id\":\" \",\"type\":\"ghost\",\"location_providers\":[\"t\",\"t\",\"\"]}",
                        person("d", "\"d\"", "\"valid_from\":\"soon\",\"department\":7"),
                        person(
                                "e",
                                "\"e\"",
                                "\"valid_from\":\"2026-03-02T00:00:00Z\",\"valid_until\":\"2026-03-01T00:00:00Z\""),
                        ANN,
                        ANN)));
        for (String each : List.of(
                "people.jsonl:1 missing_field: type is missing",
                "people.jsonl:2 unreadable_json: ",
                "people.jsonl:3 id: expected 1 to 256 characters",
                "people.jsonl:3 type: expected omlox or virtual, was 'ghost'",
                "people.jsonl:3 location_providers: expected each tag once, was 't' again",
                "people.jsonl:3 location_providers: expected 1 to 256 characters, was ''",
                "people.jsonl:4 properties.muster.valid_from: expected an ISO 8601 time with offset, was 'soon'",
                "people.jsonl:4 properties.muster.department: expected a text, was NUMBER",
                "people.jsonl:5 properties.muster.valid_until: expected later than valid_from",
                "people.jsonl:7 id: 'ann' is that of line 6 too")) {
            assertTrue(all.contains(each), () -> "no fault \"" + each + "\" in\n" + all);
        }
    }

    private static String person(String id, String tags, String muster) {
        return "{\"id\":\"" + id + "\",\"type\":\"virtual\",\"location_providers\":[" + tags
                + "],\"properties\":{\"muster\":{" + muster + "}}}";
    }

    private static List<Person> read(String lines) throws PeopleFaults {
        return PeopleReader.read("people.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String lines) {
        return assertThrows(PeopleFaults.class, () -> read(lines)).faults();
    }
}
