package io.muster.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plan says of a fence, for stories: a hazard zone that asks for nothing, until more is said. */
public final class PlannedZone {
    private final String fenceId;
    private String foreignId;
    private String name;
    private ZoneRole role = ZoneRole.HAZARD;
    private @Nullable Integer limit;
    private @Nullable Integer minimum;
    private List<String> countedPersonTypes = List.of();
    private boolean gatheringExempt;
    private boolean staleCounts = true;
    private @Nullable Integer entryConfirmCount;
    private @Nullable Long entryConfirmMillis;
    private @Nullable Double exitToleranceMetres;
    private @Nullable Long toleranceTimeoutMillis;
    private @Nullable Long exitDelayMillis;
    private @Nullable Long timeoutMillis;
    private ZoneRisk risk = ZoneRisk.NONE;
    private ZoneConduct conduct = ZoneConduct.FREE;
    private @Nullable Long fromMillis;
    private @Nullable Long untilMillis;

    private PlannedZone(String fenceId) {
        this.fenceId = fenceId;
        this.foreignId = fenceId;
        this.name = fenceId;
    }

    /** Its foreign id and its name are the same, too. */
    public static PlannedZone of(String fenceId) {
        return new PlannedZone(fenceId);
    }

    public PlannedZone known(String asForeignId, String asName) {
        foreignId = asForeignId;
        name = asName;
        return this;
    }

    public PlannedZone role(ZoneRole given) {
        role = given;
        return this;
    }

    /** By PF-4b. */
    public PlannedZone limit(@Nullable Integer given) {
        limit = given;
        return this;
    }

    public PlannedZone minimum(@Nullable Integer given) {
        minimum = given;
        return this;
    }

    public PlannedZone counts(List<String> personTypes, boolean stale) {
        countedPersonTypes = personTypes;
        staleCounts = stale;
        return this;
    }

    public PlannedZone gatheringExempt(boolean given) {
        gatheringExempt = given;
        return this;
    }

    public PlannedZone confirm(@Nullable Integer count, @Nullable Long millis) {
        entryConfirmCount = count;
        entryConfirmMillis = millis;
        return this;
    }

    public PlannedZone tolerance(@Nullable Double metres, @Nullable Long timeout) {
        exitToleranceMetres = metres;
        toleranceTimeoutMillis = timeout;
        return this;
    }

    public PlannedZone leave(@Nullable Long exitDelay, @Nullable Long timeout) {
        exitDelayMillis = exitDelay;
        timeoutMillis = timeout;
        return this;
    }

    public PlannedZone risk(ZoneRisk given) {
        risk = given;
        return this;
    }

    public PlannedZone conduct(ZoneConduct given) {
        conduct = given;
        return this;
    }

    /** A temporary one. */
    public PlannedZone between(@Nullable Long from, @Nullable Long until) {
        fromMillis = from;
        untilMillis = until;
        return this;
    }

    public ZoneRule rule() {
        return new ZoneRule(
                fenceId,
                foreignId,
                name,
                role,
                limit,
                limit == null ? null : "PF-4b",
                minimum,
                countedPersonTypes,
                gatheringExempt,
                staleCounts,
                entryConfirmCount,
                entryConfirmMillis,
                exitToleranceMetres,
                toleranceTimeoutMillis,
                exitDelayMillis,
                timeoutMillis,
                risk,
                conduct,
                null,
                fromMillis,
                untilMillis);
    }
}
