package io.muster.launcher.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.codec.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A recording that begins at 12:00; versions are named by their offsets. */
class InForceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<InForce.Version> versions = new ArrayList<>();

    @Test
    void onlyTheNewestOfThoseThatArrivedIsInForce() {
        version("plan", 1, "2026-03-01T08:00:00Z", null, true);
        version("plan", 2, "2026-03-01T09:00:00Z", null, true);
        assertEquals(List.of(2L), opening());
    }

    @Test
    void aVersionThatIsStillToComeStandsBesideTheOneInForce() {
        version("plan", 1, "2026-03-01T08:00:00Z", null, true);
        version("plan", 2, "2026-03-01T09:00:00Z", "2026-03-02T00:00:00Z", true);
        assertEquals(List.of(1L, 2L), opening());
    }

    @Test
    void aVersionIsNotInForceBeforeItArrives() {
        version("plan", 1, "2026-03-01T08:00:00Z", "2026-03-01T11:00:00Z", true);
        version("plan", 2, "2026-03-01T09:00:00Z", "2026-01-01T00:00:00Z", true);
        assertEquals(List.of(1L), opening(), "the first came into force at 11:00, the second at 9:00");
    }

    @Test
    void eachPersonHasVersionsOfTheirOwnAndWhoWasTakenOutIsNotThere() {
        version("ann", 1, "2026-03-01T08:00:00Z", null, true);
        version("bo", 2, "2026-03-01T08:00:00Z", null, true);
        version("ann", 3, "2026-03-01T09:00:00Z", null, true);
        version("bo", 4, "2026-03-01T10:00:00Z", null, false);
        assertEquals(List.of(3L), opening());
    }

    private void version(String subject, long offset, String arrival, @Nullable String validFrom, boolean document) {
        versions.add(new InForce.Version(
                subject,
                validFrom == null ? null : Instant.parse(validFrom),
                new Envelope(
                        "plans",
                        0,
                        offset,
                        null,
                        Instant.parse(arrival).toEpochMilli(),
                        Map.of(),
                        document ? new byte[] {'{', '}'} : null)));
    }

    private List<Long> opening() {
        return InForce.at(NOON, versions).stream().map(Envelope::offset).toList();
    }
}
