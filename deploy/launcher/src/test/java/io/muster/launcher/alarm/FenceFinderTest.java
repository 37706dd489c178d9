package io.muster.launcher.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.codec.Ids;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.launcher.process.BadInput;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FenceFinderTest {
    private static final String ZONE =
            "{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,9],[0,0]]]},"
                    + "\"properties\":{\"name\":\"%s\",\"floor\":0,\"muster\":{\"role\":\"production\"}}}";

    private final Plan plan = plan();

    @Test
    void byTheIdOfThePlanByTheUuidAndByTheName() {
        String tank = Ids.fenceId("north", "tank-1");
        assertEquals(tank, FenceFinder.find(plan, "tank-1"));
        assertEquals(tank, FenceFinder.find(plan, tank));
        assertEquals(tank, FenceFinder.find(plan, "罐区 Tanks"), "exactly, though another name begins so");
        assertEquals(Ids.fenceId("north", "pump"), FenceFinder.find(plan, "Pumps"), "a part of one name alone");
    }

    @Test
    void whatIsNotThereOrNotOneIsSaid() {
        assertTrue(said("nowhere").contains("no fence with this id or name"));
        assertTrue(said("罐区").contains("2 fences are called so: 罐区 Tanks, 罐区 Tanks east"), said("罐区"));
    }

    private String said(String text) {
        return String.valueOf(
                assertThrows(BadInput.class, () -> FenceFinder.find(plan, text)).getMessage());
    }

    private static Plan plan() {
        String document =
                "{\"type\":\"FeatureCollection\",\"name\":\"n\",\"muster\":{\"site\":\"north\",\"crs\":\"local\"},\"features\":["
                        + String.format(ZONE, "tank-1", "罐区 Tanks") + ","
                        + String.format(ZONE, "tank-2", "罐区 Tanks east")
                        + "," + String.format(ZONE, "pump", "泵房 Pumps") + "]}";
        try {
            return PlanReader.read("plan", document.getBytes(StandardCharsets.UTF_8), PlanOverrides.ofSite("north"));
        } catch (PlanFaults e) {
            throw new AssertionError(e);
        }
    }
}
