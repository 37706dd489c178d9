package io.muster.rules.watch;

import io.muster.rules.plan.PlannedZone;
import io.muster.rules.plan.ZoneConduct;
import io.muster.rules.plan.ZoneRisk;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A zone of a plan with only what matters. */
final class Zones {
    private final String fence;
    private final ZoneRole role;
    private List<String> hazards = List.of();
    private @Nullable Integer minimum;
    private @Nullable Long overstay;
    private @Nullable Long motionless;
    private @Nullable Long absence;
    private @Nullable Long from;
    private @Nullable Long until;
    private List<String> types = List.of();
    private List<String> people = List.of();
    private List<String> posts = List.of();
    private final List<ZoneConduct.Daily> times = new ArrayList<>();
    private String timeZone = "UTC";
    private List<String> required = List.of();
    private List<String> mustStay = List.of();

    private Zones(String fence, ZoneRole role) {
        this.fence = fence;
        this.role = role;
    }

    static Zones production(String fence) {
        return new Zones(fence, ZoneRole.PRODUCTION);
    }

    static Zones hazard(String fence) {
        return new Zones(fence, ZoneRole.HAZARD);
    }

    static Zones forbidden(String fence) {
        return new Zones(fence, ZoneRole.FORBIDDEN);
    }

    static Zones post(String fence) {
        return new Zones(fence, ZoneRole.POST);
    }

    Zones hazards(String... given) {
        hazards = List.of(given);
        return this;
    }

    Zones minimum(int given) {
        minimum = given;
        return this;
    }

    Zones overstay(String given) {
        overstay = WatchStory.millis(given);
        return this;
    }

    Zones motionless(String given) {
        motionless = WatchStory.millis(given);
        return this;
    }

    Zones absence(String given) {
        absence = WatchStory.millis(given);
        return this;
    }

    Zones valid(String validFrom, String validUntil) {
        from = WatchStory.millis(validFrom);
        until = WatchStory.millis(validUntil);
        return this;
    }

    Zones types(String... given) {
        types = List.of(given);
        return this;
    }

    Zones people(String... given) {
        people = List.of(given);
        return this;
    }

    Zones posts(String... given) {
        posts = List.of(given);
        return this;
    }

    /** Minutes of the day. */
    Zones daily(int fromMinute, int untilMinute) {
        times.add(new ZoneConduct.Daily(fromMinute, untilMinute));
        return this;
    }

    Zones in(String zone) {
        timeZone = zone;
        return this;
    }

    Zones required(String... given) {
        required = List.of(given);
        return this;
    }

    Zones mustStay(String... given) {
        mustStay = List.of(given);
        return this;
    }

    String fence() {
        return fence;
    }

    ZoneRule rule() {
        return PlannedZone.of(fence)
                .role(role)
                .minimum(minimum)
                .risk(new ZoneRisk(hazards, null, null))
                .conduct(new ZoneConduct(
                        overstay, motionless, absence, types, people, posts, times, timeZone, required, mustStay))
                .between(from, until)
                .rule();
    }
}
