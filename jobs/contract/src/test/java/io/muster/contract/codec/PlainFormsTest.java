package io.muster.contract.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.omlox.Location;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by hand is what the library reads, or it is left to the library. */
class PlainFormsTest {
    private static final long SEED = 20261124;

    private static final String LOCATION =
            "{\"position\":{\"type\":\"Point\",\"coordinates\":[12.5,-7.125]},\"source\":\"uwb-north\",\"provider_type\":\"uwb\","
                    + "\"provider_id\":\"A4C1\",\"timestamp_generated\":\"2026-07-01T08:00:00.120Z\",\"crs\":\"local\",\"accuracy\":0.5,\"floor\":-1}";

    private static final String LINE =
            "{\"topic\":\"location-updates.acme\",\"partition\":3,\"offset\":17,\"key\":\"A4C1\","
                    + "\"arrival\":\"2026-07-01T08:00:00.500Z\",\"headers\":{},\"value\":" + LOCATION + "}";

    @Test
    void theUsualLineIsReadByHand() throws Unreadable {
        Envelope read = PlainEnvelope.read(bytes(LINE));
        assertEquals(EnvelopeCodec.readAny(bytes(LINE)), read);
        assertNotNull(read);
        byte[] value = read.value();
        assertNotNull(value);
        assertArrayEquals(bytes(LOCATION), value);
        assertEquals(LocationReader.readAny(value), PlainLocation.read(value));
        assertNotNull(PlainLocation.read(value));
    }

    @Test
    void whatIsWrittenPlainIsReadByHand() throws Unreadable {
        for (byte @Nullable [] key : new byte @Nullable [][] {null, bytes(""), bytes("tag")}) {
            Envelope envelope = new Envelope("plans", 0, 5, key, 1_772_331_304_120L, Map.of(), bytes("{\"a\":[1,{}]}"));
            assertEquals(envelope, PlainEnvelope.read(bytes(EnvelopeCodec.write(envelope))));
        }
    }

    /** A value stands as it is: also where the library would write the same thing otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1.10}",
                "{\"a\":1e2}",
                "{\"a\":-0}",
                "{\"a\":0.00000001}",
                "{ \"a\" : [ 1 , 2 ] }",
                "{\"a\":\"\\u68c0\"}",
                "{\"a\":\"检\"}",
                "{}"
            })
    void aValueComesOutByteForByte(String value) throws Unreadable {
        String line = LINE.replace(LOCATION, value);
        assertArrayEquals(bytes(value), EnvelopeCodec.read(bytes(line)).value());
        String headers = line.replace("\"headers\":{}", "\"headers\": {\"b\":\"1\"}");
        assertArrayEquals(bytes(value), EnvelopeCodec.read(bytes(headers)).value());
    }

    /** Lines and Locations with any of their bytes gone, doubled or changed: the same answer by both ways, in words too. */
    @Test
    void brokenFormsAreLeftToTheLibrary() {
        Random random = new Random(SEED);
        String letters = "{}[]\",:.-+eE0123456789 \\tnulrafsT\n";
        int byHand = 0;
        for (int run = 0; run < 40_000; run++) {
            String good = run % 2 == 0 ? LINE : LOCATION;
            StringBuilder broken = new StringBuilder(good);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(broken.length());
                char letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> broken.deleteCharAt(at);
                    case 1 -> broken.insert(at, letter);
                    default -> broken.setCharAt(at, letter);
                }
            }
            byte[] line = bytes(broken.toString());
            if (run % 2 == 0) {
                Envelope read = PlainEnvelope.read(line);
                if (read != null) {
                    byHand++;
                    assertEquals(told(() -> EnvelopeCodec.readAny(line)), read, () -> SEED + ": " + broken);
                }
            } else {
                Location read = PlainLocation.read(line);
                if (read != null) {
                    byHand++;
                    assertEquals(told(() -> LocationReader.readAny(line)), read, () -> SEED + ": " + broken);
                }
            }
        }
        assertTrue(byHand > 1000, "only " + byHand + " were read by hand");
    }

    @Test
    void namesThatStandTwiceAreLeftToTheLibrary() {
        assertNull(PlainEnvelope.read(bytes(LINE.replace("\"floor\":-1", "\"source\":\"x\""))));
        assertNull(PlainEnvelope.read(bytes(LINE.replace("\"type\"", "\"coordinates\""))));
        assertNull(PlainLocation.read(bytes(LOCATION.replace("\"floor\":-1", "\"accuracy\":1"))));
    }

    @Test
    void numbersAreThoseOfTheLibrary() throws Unreadable {
        Random random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            String digits = Long.toString(random.nextLong(100_000_000_000_000_000L, 1_000_000_000_000_000_000L))
                    .substring(0, 1 + random.nextInt(18));
            int point = random.nextInt(digits.length());
            String number = (random.nextBoolean() ? "-" : "") + (point == 0 ? "0" : digits.substring(0, point)) + "."
                    + digits.substring(point);
            byte[] location = bytes(LOCATION.replace("12.5", number));
            assertEquals(LocationReader.readAny(location), LocationReader.read(location), number);
        }
    }

    @Test
    void timesAreThoseOfTheLibrary() {
        Random random = new Random(SEED);
        var library = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
        for (int run = 0; run < 20_000; run++) {
            Instant time = Instant.ofEpochSecond(
                    random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1_000_000_000));
            String written = Times.write(time);
            assertEquals(library.format(time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)), written);
            assertEquals(OffsetDateTime.parse(written).toInstant(), Times.read(written));
        }
        for (String none : new String[] {
            "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-01-01T24:00:00.000Z",
                    "2026-01-01T00:60:00.000Z",
            "2026-04-31T00:00:00.000Z", "2026-01-00T00:00:00.000Z", "2026-01-01T00:00:60.000Z",
                    "2026-01-01t00:00:00.000Z"
        }) {
            assertEquals(Times.NO_PLAIN_TIME, Times.plainMillis(bytes(none), 0, none.length()), none);
        }
        assertEquals(Instant.parse("2024-02-29T23:59:59.999Z"), Times.read("2024-02-29T23:59:59.999Z"));
    }

    private interface Reading {
        Object read() throws Unreadable;
    }

    private static Object told(Reading reading) {
        try {
            return reading.read();
        } catch (Unreadable e) {
            return e.getMessage() == null ? "unreadable" : e.getMessage();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
