package io.muster.contract.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.codec.Reason;
import io.muster.contract.codec.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What neighbours and tags send is taken whole or refused whole, and the reason names the field. */
class NeighbourReaderTest {
    private interface Reader {
        Object read(byte[] bytes) throws Unreadable;
    }

    private static Reader reader(String kind) {
        return switch (kind) {
            case "ProviderStatus" -> NeighbourReader::providerStatus;
            case "Permit" -> NeighbourReader::permit;
            case "GasAlarm" -> NeighbourReader::gasAlarm;
            case "Evacuation" -> NeighbourReader::evacuation;
            case "GatePass" -> NeighbourReader::gatePass;
            case "InfrastructureStatus" -> NeighbourReader::infrastructureStatus;
            case "AlarmCommand" -> NeighbourReader::alarmCommand;
            default -> throw new AssertionError(kind);
        };
    }

    private static String golden(String kind) throws Exception {
        return Files.readString(Path.of("src/test/resources/golden/v1/" + kind + ".json"));
    }

    /** The golden message with one field changed: {@code text} becomes {@code by}. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ProviderStatus | \"provider_id\":\"0A:1B:2C:3D:4E:5F\" | \"provider_id\":null | MISSING_FIELD | provider_id",
                "ProviderStatus | \"provider_id\":\"0A:1B:2C:3D:4E:5F\" | \"provider_id\":\" \" | MISSING_FIELD | provider_id",
                "ProviderStatus | \"battery_percent\":87 | \"battery_percent\":101 | INVALID_FIELD | battery_percent",
                "ProviderStatus | \"battery_percent\":87 | \"battery_percent\":-1 | INVALID_FIELD | battery_percent",
                "ProviderStatus | \"battery_percent\":87 | \"battery_percent\":\"full\" | INVALID_FIELD | battery_percent",
                "ProviderStatus | \"fall\":true | \"fall\":\"yes\" | INVALID_FIELD | fall",
                "ProviderStatus | \"2026-03-01T02:15:04.120Z\" | \"2026-03-01T02:15:04\" | INVALID_FIELD | timestamp_generated",
                "Permit | \"HW-1123-01\" | null | MISSING_FIELD | permit_id",
                "Permit | \"ticket_type\":\"02\" | \"ticket_type\":\"99\" | INVALID_FIELD | ticket_type",
                "Permit | \"ticket_status\":\"1\" | \"ticket_status\":\"7\" | INVALID_FIELD | ticket_status",
                "Permit | \"end_time\":\"2026-11-23T03:10:00.000Z\" | \"end_time\":\"2026-11-23T00:40:00.000Z\" | INVALID_FIELD | end_time",
                "Permit | \"radius\":10.0 | \"radius\":0 | INVALID_FIELD | radius",
                "Permit | \"coordinates\":[280.0,360.0] | \"coordinates\":[280.0] | INVALID_FIELD | position",
                "Permit | \"timestamp\":\"2026-11-23T00:35:00.000Z\" | \"x\":1 | MISSING_FIELD | timestamp",
                "GasAlarm | \"state\":\"raised\" | \"state\":\"maybe\" | INVALID_FIELD | state",
                "GasAlarm | \"gas\":\"flammable\" | \"gas\":\"laughing\" | INVALID_FIELD | gas",
                "GasAlarm | \"level\":\"1\" | \"level\":\"3\" | INVALID_FIELD | level",
                "GasAlarm | \"value\":33.0 | \"value\":NaN | NOT_FINITE | ",
                "InfrastructureStatus | \"kind\":\"anchor\" | \"kind\":\"camera\" | INVALID_FIELD | kind",
                "InfrastructureStatus | \"state\":\"offline\" | \"state\":\"gone\" | INVALID_FIELD | state",
                "InfrastructureStatus | \"battery_percent\":80 | \"battery_percent\":101 | INVALID_FIELD | battery_percent",
                "Evacuation | \"message\":\"start\" | \"message\":\"go\" | INVALID_FIELD | message",
                "Evacuation | [\"1f457e83-3fcb-5ffd-b50a-11ca9638b521\"] | [] | MISSING_FIELD | muster_fence_ids",
                "Evacuation | \"roster_size\":2 | \"roster_size\":-2 | INVALID_FIELD | roster_size",
                "Evacuation | \"drill\":true | \"drill\":\"yes\" | INVALID_FIELD | drill",
                "GatePass | \"direction\":\"in\" | \"direction\":\"through\" | INVALID_FIELD | direction",
                "GatePass | \"trackable_id\":\"6f817edb-0103-5a69-a8fc-8fe28c8106f9\" | \"x\":1 | MISSING_FIELD | trackable_id",
                "AlarmCommand | \"command\":\"shelve\" | \"command\":\"explode\" | INVALID_FIELD | command",
                "AlarmCommand | \"command_id\":\"d1\" | \"command_id\":\"\" | MISSING_FIELD | command_id",
                "AlarmCommand | \"type\":\"alarm\" | \"type\":\"moon\" | INVALID_FIELD | target",
                "AlarmCommand | \"max_count\":6 | \"max_count\":0 | INVALID_FIELD | max_count",
                "AlarmCommand | \"by\":\"li.si\" | \"x\":1 | MISSING_FIELD | by",
            })
    void isRefusedWholeWithTheField(String kind, String text, String by, String reason, String field) throws Exception {
        String golden = golden(kind);
        assertTrue(golden.contains(text), "the story changes something");
        byte[] bytes = golden.replace(text, by).getBytes(StandardCharsets.UTF_8);
        Unreadable refused = assertThrows(Unreadable.class, () -> reader(kind).read(bytes));
        assertEquals(Reason.valueOf(reason), refused.reason(), refused.getMessage());
        assertTrue(field == null || refused.detail().contains(field), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProviderStatus",
                "Permit",
                "GasAlarm",
                "Evacuation",
                "GatePass",
                "InfrastructureStatus",
                "AlarmCommand"
            })
    void whatNoSenderShouldSendHasItsReason(String kind) throws Exception {
        String golden = golden(kind);
        String inner = golden.substring(1, golden.length() - 1);
        Reader reader = reader(kind);
        reader.read(golden.getBytes(StandardCharsets.UTF_8));
        reader.read(("{" + inner + ",\"newer\":{\"than\":[1,2]}}").getBytes(StandardCharsets.UTF_8));
        refused(reader, "", Reason.UNREADABLE_JSON);
        refused(reader, "null", Reason.UNREADABLE_JSON);
        refused(reader, "[" + golden + "]", Reason.UNREADABLE_JSON);
        refused(reader, golden + golden, Reason.UNREADABLE_JSON);
        refused(reader, golden.substring(0, golden.length() - 1), Reason.UNREADABLE_JSON);
        refused(reader, "{" + inner + "," + inner + "}", Reason.UNREADABLE_JSON);
        refused(reader, "{" + inner + ",\"x\":" + "[".repeat(20) + "]".repeat(20) + "}", Reason.TOO_DEEP);
        refused(reader, "{" + inner + ",\"x\":\"" + "a".repeat(5_000) + "\"}", Reason.STRING_TOO_LONG);
        refused(reader, golden + " ".repeat(64 * 1024), Reason.OVERSIZE);
        refused(reader, "{}", Reason.MISSING_FIELD);
        byte[] latin = ("{" + inner + ",\"x\":\"ü\"}").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Reason.WRONG_CHARSET,
                assertThrows(Unreadable.class, () -> reader.read(latin)).reason());
    }

    private static void refused(Reader reader, String text, Reason reason) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Unreadable refused = assertThrows(Unreadable.class, () -> reader.read(bytes), text);
        assertEquals(reason, refused.reason(), refused.getMessage());
        assertFalse(refused.detail().isBlank());
    }

    /** The largest part of a roster that the document allows is read. */
    @Test
    void aRosterOfFiveHundredIsRead() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ids.add("\"6f817edb-0103-5a69-a8fc-" + String.format("%012d", i) + "\"");
        }
        String roster = "{\"evacuation_id\":\"e\",\"message\":\"roster\",\"timestamp\":\"2026-11-23T06:20:00.000Z\","
                + "\"person_ids\":[" + String.join(",", ids) + "]}";
        assertEquals(
                500,
                NeighbourReader.evacuation(roster.getBytes(StandardCharsets.UTF_8))
                        .personIds()
                        .size());
    }

    /** A word that is not known, or no word, says neither yes nor no. */
    @Test
    void whatATagDoesNotSayIsNotSaid() throws Exception {
        ProviderStatus silent =
                NeighbourReader.providerStatus("{\"provider_id\":\"t\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(Arrays.asList(null, null, null), Arrays.asList(silent.pressed(), silent.still(), silent.fall()));
        ProviderStatus newer =
                NeighbourReader.providerStatus("{\"provider_id\":\"t\",\"button\":\"double\",\"motion\":\"dancing\"}"
                        .getBytes(StandardCharsets.UTF_8));
        assertNull(newer.pressed());
        assertNull(newer.still());
        ProviderStatus said = NeighbourReader.providerStatus(
                "{\"provider_id\":\"t\",\"button\":\"none\",\"motion\":\"moving\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(Arrays.asList(false, false), Arrays.asList(said.pressed(), said.still()));
    }

    @Test
    void aDetectorThatIsQuietAgainNeedsNoPlaceAndOneThatRingsDoes() throws Exception {
        String head =
                "{\"gas_alarm_id\":\"g\",\"gas\":\"toxic\",\"timestamp\":\"2026-11-23T06:20:00.000Z\",\"state\":\"";
        NeighbourReader.gasAlarm((head + "cleared\"}").getBytes(StandardCharsets.UTF_8));
        refused(NeighbourReader::gasAlarm, head + "raised\"}", Reason.MISSING_FIELD);
        refused(
                NeighbourReader::gasAlarm,
                head + "raised\",\"crs\":\"EPSG:4326\",\"position\":{\"type\":\"Point\",\"coordinates\":[1,2]}}",
                Reason.INVALID_FIELD);
    }

    @Test
    void aTicketNeedsAPlace() {
        String head =
                "{\"permit_id\":\"p\",\"ticket_type\":\"01\",\"ticket_status\":\"2\",\"start_time\":\"2026-11-23T06:20:00.000Z\","
                        + "\"end_time\":\"2026-11-23T07:20:00.000Z\",\"timestamp\":\"2026-11-23T06:20:00.000Z\"";
        refused(NeighbourReader::permit, head + "}", Reason.MISSING_FIELD);
        refused(
                NeighbourReader::permit,
                head + ",\"position\":{\"type\":\"Point\",\"coordinates\":[1,2]}}",
                Reason.MISSING_FIELD);
    }
}
