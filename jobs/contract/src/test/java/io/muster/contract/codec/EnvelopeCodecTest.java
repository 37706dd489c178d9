package io.muster.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {

    /** What is not written again the same must not be written as JSON: a recording changes nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}", "{\"a\":1}", "{\"a\": 1}", "{\"a\":1.10}", "{\"a\":1e2}", "{\"a\":1E+2}", "{\"a\":\"\\u68c0\"}",
                        "{\"a\":1}\n",
                "{\"a\":1,\"a\":2}", "", "x", "[1]", "null", "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", "{\"a\":1e400}",
                        "{\"a\":\"检\"}"
            })
    void valuesComeBackByteForByte(String value) throws Unreadable {
        assertBack(value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void randomBytesComeBack() throws Unreadable {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            assertBack(bytes);
        }
    }

    @Test
    void tombstonesAndLongPlansComeBack() throws Unreadable {
        assertBack(null);
        assertBack(("{\"a\":\"" + "b".repeat(60_000) + "\",\"c\":[" + "1,".repeat(300_000) + "1]}")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineCanBeReadByPeople() throws Unreadable {
        String line = EnvelopeCodec.write(new Envelope(
                "location-updates.acme",
                2,
                17,
                "tag".getBytes(StandardCharsets.UTF_8),
                1_772_331_304_120L,
                Map.of("b", "2", "a", "1"),
                "{\"floor\":1}".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "{\"topic\":\"location-updates.acme\",\"partition\":2,\"offset\":17,\"key\":\"tag\",\"arrival\":\"2026-03-01T02:15:04.120Z\","
                        + "\"headers\":{\"a\":\"1\",\"b\":\"2\"},\"value\":{\"floor\":1}}",
                line);
    }

    @Test
    void faultsNameTheField() {
        for (String[] each : new String[][] {
            {"{}", "topic"},
            {"{\"topic\":\"t\",\"partition\":-1}", "partition"},
            {"{\"topic\":\"t\",\"partition\":0,\"offset\":\"x\"}", "offset"},
            {"{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"arrival\":\"x\",\"value\":{}}", "arrival"},
            {"{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"arrival\":\"2026-03-01T02:15:04Z\"}", "value"},
            {
                "{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"arrival\":\"2026-03-01T02:15:04Z\",\"value_base64\":\"%\"}",
                "value_base64"
            }
        }) {
            Unreadable fault = assertThrows(Unreadable.class, () -> EnvelopeCodec.read(each[0]), each[0]);
            assertTrue(fault.detail().startsWith(each[1]), fault.getMessage());
        }
    }

    private static void assertBack(byte @Nullable [] value) throws Unreadable {
        Envelope envelope = new Envelope("plans", 0, 3, value, 1_772_331_304_120L, Map.of("h", "1"), value);
        String line = EnvelopeCodec.write(envelope);
        assertEquals(-1, line.indexOf('\n'), line);
        assertEquals(envelope, EnvelopeCodec.read(line), line);
    }
}
