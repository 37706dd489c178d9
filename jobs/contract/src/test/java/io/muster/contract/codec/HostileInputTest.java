package io.muster.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.omlox.Location;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a broken or hostile sender can put into a record has its reason, and one line that says where. */
class HostileInputTest {
    private static final String REST = "\"source\":\"s\",\"provider_type\":\"uwb\",\"provider_id\":\"t\"";
    private static final String POSITION = "\"position\":{\"type\":\"Point\",\"coordinates\":[1,2]}";

    private static final Set<Reason> OF_ANY_JSON = EnumSet.of(
            Reason.UNREADABLE_JSON,
            Reason.WRONG_CHARSET,
            Reason.OVERSIZE,
            Reason.TOO_DEEP,
            Reason.STRING_TOO_LONG,
            Reason.NUMBER_TOO_LONG,
            Reason.NOT_FINITE);

    static List<Arguments> table() {
        return List.of(
                row("nothing", "", Reason.UNREADABLE_JSON),
                row("cut off", "{" + POSITION + "," + REST, Reason.UNREADABLE_JSON),
                row("a list", "[]", Reason.UNREADABLE_JSON),
                row("null", "null", Reason.UNREADABLE_JSON),
                row("words", "hello", Reason.UNREADABLE_JSON),
                row("trailing garbage", "{" + POSITION + "," + REST + "} x", Reason.UNREADABLE_JSON),
                row("two values", "{" + POSITION + "," + REST + "}{}", Reason.UNREADABLE_JSON),
                row("duplicate key", "{" + POSITION + "," + REST + ",\"source\":\"x\"}", Reason.UNREADABLE_JSON),
                row("duplicate key in properties", with("\"properties\":{\"a\":1,\"a\":2}"), Reason.UNREADABLE_JSON),
                row("duplicate key in an unknown field", with("\"x\":{\"a\":1,\"a\":2}"), Reason.UNREADABLE_JSON),
                row("single quotes", "{'source':1}", Reason.UNREADABLE_JSON),
                row("comment", with("/* */ \"a\":1"), Reason.UNREADABLE_JSON),
                row(
                        "NaN",
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[NaN,2]}," + REST + "}",
                        Reason.NOT_FINITE),
                row("Infinity", with("\"accuracy\":Infinity"), Reason.NOT_FINITE),
                row("-Infinity", with("\"accuracy\":-Infinity"), Reason.NOT_FINITE),
                row(
                        "1e400",
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[1e400,2]}," + REST + "}",
                        Reason.NOT_FINITE),
                row("1e400 in properties", with("\"properties\":{\"a\":1e400}"), Reason.NOT_FINITE),
                row("1e400 in an unknown field", with("\"x\":[-1e400]"), Reason.NOT_FINITE),
                row(
                        "depth 17",
                        with("\"properties\":{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}"),
                        Reason.TOO_DEEP),
                row("depth 10,000", with("\"properties\":" + "{\"a\":".repeat(10_000)), Reason.TOO_DEEP),
                row("depth 10,000 unread", with("\"x\":" + "{\"a\":".repeat(10_000)), Reason.TOO_DEEP),
                row("string 4,097", with("\"crs\":\"" + "a".repeat(4097) + "\""), Reason.STRING_TOO_LONG),
                row("string 4,097 unread", with("\"x\":\"" + "a".repeat(4097) + "\""), Reason.STRING_TOO_LONG),
                row(
                        "string 4,097 in properties",
                        with("\"properties\":{\"x\":\"" + "a".repeat(4097) + "\"}"),
                        Reason.STRING_TOO_LONG),
                row("name 4,097", with("\"" + "a".repeat(4097) + "\":1"), Reason.STRING_TOO_LONG),
                row("number 41", with("\"accuracy\":" + "1".repeat(41)), Reason.NUMBER_TOO_LONG),
                row("number 41 unread", with("\"x\":0." + "1".repeat(41)), Reason.NUMBER_TOO_LONG),
                row("64 KB and 1", with("\"x\":1") + " ".repeat(64 * 1024), Reason.OVERSIZE),
                row("2,001 tokens", with("\"x\":[" + "1,".repeat(2000) + "1]"), Reason.OVERSIZE),
                row("no position", "{" + REST + "}", Reason.NO_POSITION),
                row("position null", "{\"position\":null," + REST + "}", Reason.NO_POSITION),
                row("no coordinates", "{\"position\":{\"type\":\"Point\"}," + REST + "}", Reason.NO_POSITION),
                row(
                        "one coordinate",
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[1]}," + REST + "}",
                        Reason.NO_POSITION),
                row(
                        "four coordinates",
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[1,2,3,4]}," + REST + "}",
                        Reason.NO_POSITION),
                row(
                        "coordinates as text",
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[\"1\",2]}," + REST + "}",
                        Reason.NO_POSITION),
                row(
                        "null coordinate",
                        "{\"position\":{\"type\":\"Point\",\"coordinates\":[null,2]}," + REST + "}",
                        Reason.NO_POSITION),
                row(
                        "a polygon",
                        "{\"position\":{\"type\":\"Polygon\",\"coordinates\":[1,2]}," + REST + "}",
                        Reason.NO_POSITION),
                row(
                        "no source",
                        "{" + POSITION + ",\"provider_type\":\"uwb\",\"provider_id\":\"t\"}",
                        Reason.MISSING_FIELD),
                row(
                        "no provider",
                        "{" + POSITION + ",\"provider_type\":\"uwb\",\"source\":\"t\"}",
                        Reason.MISSING_FIELD),
                row(
                        "blank provider",
                        "{" + POSITION + ",\"provider_type\":\"uwb\",\"source\":\"t\",\"provider_id\":\" \"}",
                        Reason.MISSING_FIELD),
                row(
                        "long provider",
                        "{" + POSITION + ",\"provider_type\":\"uwb\",\"source\":\"t\",\"provider_id\":\""
                                + "t".repeat(257) + "\"}",
                        Reason.INVALID_FIELD),
                row("no type", "{" + POSITION + ",\"provider_id\":\"u\",\"source\":\"t\"}", Reason.MISSING_FIELD),
                row("floor as text", with("\"floor\":\"1\""), Reason.INVALID_FIELD),
                row("negative accuracy", with("\"accuracy\":-1"), Reason.INVALID_FIELD),
                row(
                        "time without offset",
                        with("\"timestamp_generated\":\"2026-03-01T02:15:04\""),
                        Reason.INVALID_FIELD),
                row("time as number", with("\"timestamp_generated\":1772331304"), Reason.INVALID_FIELD),
                row("year one million", with("\"timestamp_sent\":\"+1000000-01-01T00:00:00Z\""), Reason.INVALID_FIELD),
                row("properties as list", with("\"properties\":[]"), Reason.INVALID_FIELD),
                bytes("UTF-16", with("\"x\":1").getBytes(StandardCharsets.UTF_16)),
                bytes("UTF-32", with("\"x\":1").getBytes(Charset.forName("UTF-32"))),
                bytes("Latin-1", with("\"crs\":\"Zürich\"").getBytes(StandardCharsets.ISO_8859_1)),
                bytes("GB18030", with("\"crs\":\"检修\"").getBytes(Charset.forName("GB18030"))),
                bytes("overlong", new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'}),
                bytes("zero bytes", new byte[100]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void hasItsReason(String name, byte[] bytes, Reason reason) {
        Unreadable refused = assertThrows(Unreadable.class, () -> LocationReader.read(bytes), name);
        assertEquals(reason, refused.reason(), refused.getMessage());
        assertOneLine(refused);
    }

    /** The mapper, through which all other types go, gives the same reasons for what concerns any JSON. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void hasItsReasonInTheMapperToo(String name, byte[] bytes, Reason reason) {
        Unreadable refused = assertThrows(
                Unreadable.class,
                () -> {
                    Location location = Json.read(bytes, Location.class);
                    Checks.id("source", location.source());
                    Checks.id("provider_id", location.providerId());
                    Checks.notNegative("accuracy", location.accuracy());
                },
                name);
        boolean ofAnyJson = OF_ANY_JSON.contains(reason);
        if (ofAnyJson && !name.equals("a list")) {
            assertEquals(reason, refused.reason(), refused.getMessage());
        }
        assertOneLine(refused);
    }

    @Test
    void whatIsJustInsideTheLimitsIsTaken() throws Unreadable {
        LocationReader.read(utf8(with("\"properties\":{\"a\":" + "[".repeat(14) + "]".repeat(14) + "}")));
        LocationReader.read(utf8(with("\"crs\":\"" + "a".repeat(4096) + "\"")));
        LocationReader.read(utf8(with("\"accuracy\":" + "1".repeat(40))));
        String most = with("\"x\":1");
        LocationReader.read(utf8(most + " ".repeat(64 * 1024 - most.length())));
    }

    private static void assertOneLine(Unreadable refused) {
        assertFalse(refused.detail().isBlank());
        assertFalse(refused.detail().contains("\n"), refused.detail());
        assertTrue(refused.detail().length() <= 300, refused.detail());
    }

    private static String with(String more) {
        return "{" + POSITION + "," + REST + "," + more + "}";
    }

    private static Arguments row(String name, String json, Reason reason) {
        return Arguments.of(name, utf8(json), reason);
    }

    private static Arguments bytes(String name, byte[] bytes) {
        return Arguments.of(name, bytes, Reason.WRONG_CHARSET);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
