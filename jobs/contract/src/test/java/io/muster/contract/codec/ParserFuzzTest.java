package io.muster.contract.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.contract.Wire;
import io.muster.contract.omlox.Location;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;

/**
 * No bytes make a parser throw anything but its own exception, and what one takes it can write and read again. The first byte chooses the
 * parser, so that one run reaches all of them. With JAZZER_FUZZ in the environment this is guided by coverage; without, known inputs are
 * replayed.
 */
class ParserFuzzTest {
    private static long runs;
    private static long taken;

    @FuzzTest(maxDuration = "15s")
    void everyParser(byte[] data) throws Exception {
        if (data.length == 0) {
            return;
        }
        runs++;
        byte[] bytes = Arrays.copyOfRange(data, 1, data.length);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int parser = Math.floorMod(data[0] - '0', 7 + Wire.VALUES.size());
        try {
            switch (parser) {
                case 0 -> location(bytes);
                case 1 -> again(ProximityReader.read(bytes));
                case 2 -> again(TrackableReader.read(bytes));
                case 3 -> envelope(text);
                case 4 -> PlanReader.read("plan", bytes, PlanOverrides.none());
                case 5 -> PeopleReader.read("people", bytes);
                case 6 -> topic(text);
                default -> again(Json.read(bytes, Wire.VALUES.get(parser - 7)));
            }
            taken++;
        } catch (Unreadable e) {
            assertFalse(e.detail().isBlank());
        } catch (PlanFaults e) {
            assertFalse(e.faults().isEmpty());
        } catch (PeopleFaults e) {
            assertFalse(e.faults().isEmpty());
        }
    }

    @AfterAll
    static void tellHowFarItCame() {
        if (System.getenv("JAZZER_FUZZ") != null) {
            System.err.println("fuzz: " + runs + " runs, " + taken + " inputs taken by their parser");
            assertTrue(runs > 1000, "guided fuzzing did not run: " + runs + " runs");
            assertTrue(taken > 0, "no input ever was good: the seeds are not found");
        }
    }

    private static void location(byte[] bytes) throws Unreadable {
        Location location = LocationReader.read(bytes);
        again(location);
        assertEquals(location, Json.read(bytes, Location.class));
    }

    /** Written and read again, a value is written the same. */
    private static void again(Object value) throws Unreadable {
        byte[] written = Json.write(value);
        assertArrayEquals(written, Json.write(Json.readOwn(written, value.getClass())));
    }

    private static void envelope(String text) throws Unreadable {
        Envelope envelope = EnvelopeCodec.read(text);
        assertEquals(envelope, EnvelopeCodec.read(EnvelopeCodec.write(envelope)));
    }

    private static void topic(String text) {
        TopicName name = TopicName.parse(text);
        if (name != null) {
            assertEquals(text, name.full());
        }
        Ids.providerKey(text);
    }
}
