package io.muster.rules.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.identify.Who;
import java.util.List;
import org.junit.jupiter.api.Test;

/** State written before a field was there: everybody may do everything, and nothing is dangerous. */
class OlderPlansTest {

    @Test
    void aZoneWithoutConductIsFree() {
        ZoneConduct old = new ZoneConduct(
                null, null, null, nothing(), nothing(), nothing(), nothing(), nothing(), nothing(), nothing());
        assertEquals(ZoneConduct.FREE, old);
    }

    @Test
    void whatIsSaidStays() {
        List<ZoneConduct.Daily> times = List.of(new ZoneConduct.Daily(1, 2));
        ZoneConduct said = new ZoneConduct(
                1L,
                2L,
                3L,
                List.of("01"),
                List.of("A"),
                List.of("pump"),
                times,
                "Asia/Shanghai",
                List.of("B"),
                List.of("C"));
        assertEquals(
                "[01] [A] [pump] " + times + " Asia/Shanghai [B] [C]",
                said.allowedPersonTypes() + " " + said.allowedTrackableIds() + " " + said.allowedPosts() + " "
                        + said.allowedTimes() + " " + said.timeZone() + " " + said.requiredTrackableIds() + " "
                        + said.mustStayTrackableIds());
    }

    @Test
    void aZoneWithoutRiskHasNone() {
        assertEquals(ZoneRisk.NONE, new ZoneRisk(nothing(), null, null));
        assertEquals(List.of("toxic"), new ZoneRisk(List.of("toxic"), null, null).hazards());
        assertEquals(ZoneRisk.NONE, zone(nothing(), nothing()).risk());
        assertEquals(ZoneConduct.FREE, zone(nothing(), nothing()).conduct());
        ZoneRisk red = new ZoneRisk(List.of("toxic"), "red", 1);
        assertEquals(red, zone(red, ZoneConduct.FREE).risk());
        ZoneConduct strict = new ZoneConduct(
                1L, null, null, List.of(), List.of(), List.of(), List.of(), "UTC", List.of(), List.of());
        assertEquals(strict, zone(red, strict).conduct());
    }

    @Test
    void aPersonWithoutATypeIsUnknown() {
        assertEquals(Who.unknown(), new Who(null, nothing(), null, null, null));
        assertEquals("02", Who.of("ops", "02").personType());
    }

    private static ZoneRule zone(ZoneRisk risk, ZoneConduct conduct) {
        return PlannedZone.of("f").risk(risk).conduct(conduct).rule();
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // older bytes bring null where there was no field
    private static <E> E nothing() {
        return null;
    }
}
