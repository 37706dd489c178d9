package io.muster.contract.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The topics of a site: names, keys, settings. One topic per vendor where vendors write, so that access lists do the letting in. */
public enum TopicKind {
    LOCATION_UPDATES("location-updates", true, true, "provider_id", 30, false),
    PROXIMITY_UPDATES("proximity-updates", true, true, "provider_id", 30, false),
    PROVIDER_STATUS("provider-status", true, true, "provider_id", 30, false),
    REJECTED_UPDATES("rejected-updates", false, true, null, 30, false),
    PLANS("plans", true, false, "version", -1, true),
    TRACKABLES("trackables", true, false, "id", -1, true),
    PERMITS("permits", true, false, "permit_id", 30, false),
    INSPECTIONS("inspections", true, false, "task_id", 30, false),
    EVACUATIONS("evacuations", true, false, "evacuation_id", 30, false),
    GAS_ALARMS("gas-alarms", true, false, "gas_alarm_id", 30, false),
    GATE_PASSES("gate-passes", true, false, "pass_id", 30, false),
    INFRASTRUCTURE_STATUS("infrastructure-status", true, false, "id", 30, false),
    ALARM_COMMANDS("alarm-commands", true, false, "target.id", 30, false),
    TRACKABLE_MOTIONS("trackable-motions", false, false, "id", 30, false),
    FENCE_EVENTS("fence-events", false, false, "trackable_id", 365, false),
    ZONE_OCCUPANCY("zone-occupancy", false, false, "fence_id", 30, true),
    OCCUPANCY_WINDOWS("occupancy-windows", false, false, "fence_id", 365, false),
    GATHERING_EVENTS("gathering-events", false, false, "id", 365, false),
    ALARMS("alarms", false, false, "alarm_id", 365, false),
    ALARM_STATES("alarm-states", false, false, "alarm_id", -1, true),
    NOTIFICATIONS("notifications", false, false, "trackable_id", 30, false),
    COMPLIANCE("compliance", false, false, "window_end", 365, false);

    private static final int VENDOR_PARTITIONS = 4;
    private static final int INPUT_BYTES = 2 * 1024 * 1024;

    /** Longest record of an output topic, bytes. */
    public static final int MOST_OUTPUT_BYTES = 8 * 1024 * 1024;

    private final String wire;
    private final boolean input;
    private final boolean perVendor;
    private final @Nullable String keyField;
    private final int days;
    private final boolean compact;

    TopicKind(String wire, boolean input, boolean perVendor, @Nullable String keyField, int days, boolean compact) {
        this.wire = wire;
        this.input = input;
        this.perVendor = perVendor;
        this.keyField = keyField;
        this.days = days;
        this.compact = compact;
    }

    /** The name between site and vendor. */
    public String wire() {
        return wire;
    }

    /** Whether somebody else writes it. */
    public boolean input() {
        return input;
    }

    /** Whether the job writes it. */
    public boolean output() {
        return !input;
    }

    public boolean perVendor() {
        return perVendor;
    }

    /** The field of the value that is the key; null = the key of the original record. */
    public @Nullable String keyField() {
        return keyField;
    }

    /** How long it is kept, days; -1 = by key, for ever. */
    public int keptDays() {
        return days;
    }

    public boolean compact() {
        return compact;
    }

    /** Vendors' inputs have 4, all others 1. */
    public int defaultPartitions() {
        return input && perVendor ? VENDOR_PARTITIONS : 1;
    }

    /**
     * Topic settings by Kafka's names.
     *
     * @param live false for a replayed site: its times are those of the input, and nothing is deleted by age
     */
    public Map<String, String> settings(boolean live) {
        Map<String, String> settings = new LinkedHashMap<>();
        // A replayed input is kept as it was recorded: compaction would take its ticks out.
        boolean byKey = compact && (live || !input);
        settings.put("cleanup.policy", !byKey ? "delete" : days < 0 ? "compact" : live ? "compact,delete" : "compact");
        settings.put(
                "retention.ms",
                live && days >= 0 ? Long.toString(Duration.ofDays(days).toMillis()) : "-1");
        if (byKey) {
            // A job that was down for a day still reads every version.
            settings.put(
                    "min.compaction.lag.ms", Long.toString(Duration.ofHours(24).toMillis()));
        }
        settings.put("message.timestamp.type", live ? "LogAppendTime" : "CreateTime");
        if (!live) {
            // Kafka refuses what is more than an hour ahead of its clock, as a simulated shift may be.
            settings.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        }
        settings.put("compression.type", "lz4");
        // Inputs: above what a vendor may send, so that what is too long is rejected with its reason and not lost at
        // the door.
        // Outputs: above what a zone with everybody of a large plant in it comes to, since a record that does not fit
        // stops the job.
        settings.put("max.message.bytes", Integer.toString(input ? INPUT_BYTES : MOST_OUTPUT_BYTES));
        if (this == ALARMS || this == ALARM_STATES) {
            // Kafka acknowledges from memory; an acknowledged alarm must outlive the power. They are few.
            settings.put("flush.messages", "1");
        }
        return settings;
    }
}
