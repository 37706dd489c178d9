package io.muster.stream.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleVersionsTest {
    private final RuleVersions versions = new RuleVersions();

    @Test
    void theOneInForceAtAMomentIsAskedWhateverWasReadLast() {
        add("v2", "b", 200, 10);
        add("v1", "a", 100, 0);
        assertNull(versions.at("north", 99));
        assertEquals("a", said(100));
        assertEquals("a", said(199));
        assertEquals("b", said(200));
        assertNull(versions.at("south", 200), "another site has its own");
    }

    @Test
    void ofTwoInForceAtOnceTheOneThatCameLaterHolds() {
        add("v1", "a", 100, 0);
        add("v2", "b", 100, 50);
        assertEquals("b", said(100));
    }

    @Test
    void whatNobodyCanAskForIsForgotten() {
        add("v1", "a", 100, 0);
        assertEquals(List.of(), add("v2", "b", 200, 150), "at 150 the first is still in force");
        assertEquals(
                List.of("v1"),
                add("v3", "c", 300, 250).stream().map(RuleVersion::version).toList());
        assertEquals("b", said(251));
    }

    private @Nullable String said(long millis) {
        return Objects.requireNonNull(versions.at("north", millis)).settings().get("x");
    }

    private List<RuleVersion> add(String version, String value, long inForce, long decided) {
        return versions.add(
                new RuleVersion("north", version, Map.of("x", value), inForce, inForce - 1, 0, inForce + decided),
                decided);
    }
}
