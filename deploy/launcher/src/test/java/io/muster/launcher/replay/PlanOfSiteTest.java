package io.muster.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanOfSiteTest {
    private static final String PLAN = """
            {"type":"FeatureCollection","name":"n","muster":{"site":"north","crs":"local"},"features":[
            {"type":"Feature","id":"tank","geometry":{"type":"Polygon","coordinates":[[[0,0],[20.12345678901234567,0],[20.12345678901234567,20],[0,20],[0,0]]]},
            "properties":{"name":"Tank","floor":0,"muster":{"role":"production"}}}]}""";

    @Test
    void theSiteIsReplacedAndTheVersionStays() throws Exception {
        byte[] recorded = PLAN.getBytes(StandardCharsets.UTF_8);
        Plan before = PlanReader.read("p", recorded, PlanOverrides.ofSite("replay-a"));
        byte[] replayed = PlanOfSite.of("replay-a", recorded);
        Plan after = PlanReader.read("p", replayed, PlanOverrides.none());
        assertEquals("replay-a", after.site());
        assertEquals(before.version(), after.version(), "it was made of the content, which has changed");
        assertTrue(
                new String(replayed, StandardCharsets.UTF_8).contains("20.12345678901234567"),
                "numbers keep their digits");
    }

    @Test
    void aPlanWithFaultsIsReplayedAsItIs() {
        byte[] faulty = PLAN.replace("production", "prodction").getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(faulty, PlanOfSite.of("replay-a", faulty));
    }

    @Test
    void namesOfReplayedSites() {
        assertEquals("replay-20260301-081502", ReplaySite.named(Instant.parse("2026-03-01T08:15:02Z")));
        assertNull(ReplaySite.fault("replay-20260301-081502"));
        for (String bad : new String[] {"north", "replay-", "replay-A", "replay-" + "x".repeat(30), "replay"}) {
            assertTrue(String.valueOf(ReplaySite.fault(bad)).contains("was '" + bad + "'"), bad);
        }
    }
}
