package io.muster.simulator.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.muster.contract.codec.Json;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Sway;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What tags say about themselves. */
class StatusTest {
    private static final long MINUTE = Heard.MINUTE;
    private static final long HOUR = 60 * MINUTE;

    @Test
    void aStatusIsWrittenAsItStandsInTheDocument() throws Exception {
        byte[] sos =
                StatusLine.write(new JsonLine(), Heard.bleTag(3), Heard.START, 64, StatusLine.Button.SOS, true, true);
        assertEquals(
                "{\"provider_id\":\"C4:7C:00:00:00:03\",\"provider_type\":\"ibeacon\",\"source\":\"ble-south\","
                        + "\"timestamp_generated\":\"2026-07-01T08:00:00.000Z\",\"timestamp_sent\":\"2026-07-01T08:00:00.000Z\","
                        + "\"battery_percent\":64,\"button\":\"sos\",\"motion\":\"still\",\"fall\":true}",
                new String(sos, StandardCharsets.UTF_8));
        JsonNode schema = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("../docs/asyncapi.yaml").toFile())
                .at("/components/schemas/ProviderStatus/properties");
        Set<String> documented = new HashSet<>();
        schema.fieldNames().forEachRemaining(documented::add);
        Set<String> written = new HashSet<>();
        JsonNode value = Json.readTree(sos);
        value.fieldNames().forEachRemaining(written::add);
        assertEquals(documented, written);
        Set<String> buttons = new HashSet<>();
        schema.at("/button/enum").forEach(word -> buttons.add(word.asText()));
        assertEquals(Set.of(StatusLine.Button.NONE.wire(), StatusLine.Button.SOS.wire()), buttons);
        Set<String> motions = new HashSet<>();
        schema.at("/motion/enum").forEach(word -> motions.add(word.asText()));
        assertEquals(Set.of("moving", "still"), motions);
    }

    @Test
    void eachTagSpeaksTwiceWhenItIsSwitchedOnThenEveryTenMinutesUnderItsOwnName() {
        Person both = Heard.person(1, Heard.east(), Heard.uwbTag(1, 0), Heard.bleTag(1));
        List<Heard> heard =
                Heard.statuses(Heard.run(List.of(both), RadioOptions.perfect(), RadioFaults.none(), 5 * HOUR));
        for (Tag tag : both.tags()) {
            List<Heard> own = Heard.only(heard, each -> each.tag().equals(tag.providerId()));
            assertEquals(31, own.size());
            long first = own.get(0).generatedMillis();
            assertTrue(first < MINUTE);
            for (int i = 0; i < own.size(); i++) {
                Heard each = own.get(i);
                assertEquals(first + (i == 0 ? 0 : MINUTE + (i - 1) * 10L * MINUTE), each.generatedMillis());
                assertEquals(tag.providerId(), each.value().path("provider_id").asText());
                assertEquals("provider-status." + each.value().path("source").asText(), each.topic());
                assertEquals("none", each.value().path("button").asText());
                assertEquals("moving", each.value().path("motion").asText());
                assertTrue(!each.value().path("fall").asBoolean(true));
            }
        }
    }

    @Test
    void onlyWhoDoesNotMoveAtAllIsStill() {
        Motion standing = Heard.at(3, 4);
        Timeline spot = Timeline.from(new Place(3, 4, 0), 0).standFor(60 * HOUR).build();
        Sway sway = new Sway(Draw.of(7, "sway", 0));
        Motion swaying = (millis, out) -> spot.at(millis, sway, out);
        List<Heard> heard = Heard.statuses(Heard.run(
                List.of(Heard.uwb(1, standing), Heard.uwb(2, swaying)),
                RadioOptions.perfect(),
                RadioFaults.none(),
                50 * HOUR));
        assertEquals(602, heard.size());
        for (Heard each : heard) {
            boolean first = each.tag().equals(Heard.uwbTag(1, 0).providerId());
            assertEquals(first ? "still" : "moving", each.value().path("motion").asText());
        }
    }

    @Test
    void aBatteryFallsSlowlyAndIsChargedWhenAFifthIsLeft() {
        for (int tag = 0; tag < 200; tag++) {
            Battery battery = new Battery(Draw.of(7, "battery", tag));
            int before = battery.percent(0, Long.MAX_VALUE);
            assertTrue(before >= 40 && before <= 100, "seed 7: " + before);
            int charged = 0;
            int fallen = 0;
            for (long hour = 1; hour <= 1_000; hour++) {
                int now = battery.percent(hour * HOUR, Long.MAX_VALUE);
                assertTrue(now >= 20 && now <= 100, "seed 7: " + now);
                if (now > before) {
                    assertTrue(before <= 21 && now >= 99, "seed 7: " + before + " to " + now);
                    charged++;
                } else {
                    assertTrue(before - now <= 1, "seed 7: " + before + " to " + now);
                    fallen += before - now;
                }
                before = now;
            }
            assertTrue(
                    charged >= 4 && charged <= 8, "1,000 hours at 0.4 to 0.6 % are 5 to 7.5 charges, was " + charged);
            assertEquals(0.5, fallen / 1_000.0, 0.12, "seed 7");
        }
    }

    @Test
    void aDyingBatteryFallsFasterAndIsNeverToldEmpty() {
        Battery battery = new Battery(Draw.of(7, "battery", 0));
        int usual = battery.percent(0, Long.MAX_VALUE);
        assertEquals(usual, battery.percent(0, 600_001));
        assertEquals(10, battery.percent(0, 600_000));
        assertEquals(5, battery.percent(0, 300_000));
        assertEquals(1, battery.percent(0, 1));
    }
}
