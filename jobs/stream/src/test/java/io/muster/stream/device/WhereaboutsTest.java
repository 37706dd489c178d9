package io.muster.stream.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.codec.Ids;
import io.muster.rules.device.TagSeen;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagSpot;
import io.muster.stream.engine.Referenced;
import io.muster.stream.reference.PlanViews;
import io.muster.stream.reference.Reference;
import io.muster.stream.reference.References;
import java.util.List;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** A hazard zone up to 3 m, and a platform to rest on above it. */
class WhereaboutsTest {
    private static final String PLAN = """
            {"type": "FeatureCollection", "name": "tower", "muster": {"site": "s", "crs": "local", "version": "v1"}, "features": [
              {"type": "Feature", "id": "pit", "geometry": {"type": "Polygon", "coordinates": [[[0,0],[9,0],[9,9],[0,9],[0,0]]]},
               "properties": {"name": "Pit", "floor": 0, "muster": {"role": "hazard", "z_max": 3}}},
              {"type": "Feature", "id": "platform", "geometry": {"type": "Polygon", "coordinates": [[[0,0],[9,0],[9,9],[0,9],[0,0]]]},
               "properties": {"name": "Platform", "floor": 0, "muster": {"role": "rest", "z_min": 3.5}}}]}""";

    private static final Referenced.Side NOWHERE = new Referenced.Side() {
        @Override
        public <X> void output(OutputTag<X> tag, X value) {
            throw new AssertionError("nothing goes out by the side: " + value);
        }
    };

    private final References references = new References(new PlanViews());

    WhereaboutsTest() {
        references.add(new Reference("s", Reference.Kind.PLAN, "v1", PLAN, 100, 100, "plans", 0, 1), Long.MIN_VALUE);
    }

    private TagSeen seen(long millis, double height, double floor) {
        TagSpot spot = new TagSpot(4, 4, height, floor, 0.5, millis);
        return new Whereabouts()
                .look(
                        new TagNews(
                                "s",
                                "T1",
                                "north|T1",
                                "north",
                                "A",
                                false,
                                TagNews.Kind.SILENT,
                                spot,
                                null,
                                null,
                                millis,
                                1),
                        references,
                        NOWHERE);
    }

    @Test
    void aTagIsInTheZoneOfItsHeight() {
        TagSeen below = seen(200, 1.2, 0);
        assertEquals(List.of(Ids.fenceId("s", "pit")), below.fenceIds());
        assertTrue(below.watched());
        TagSeen above = seen(200, 4, 0);
        assertEquals(List.of(Ids.fenceId("s", "platform")), above.fenceIds());
        assertFalse(above.watched());
        assertEquals(List.of(), seen(200, 3.2, 0).fenceIds(), "between the two");
    }

    @Test
    void beforeThereIsAPlanItIsNowhere() {
        assertEquals(new TagSeen(seen(99, 1, 0).news(), "", List.of(), false), seen(99, 1, 0));
        assertEquals("v1", seen(100, 1, 0).planVersion());
    }
}
