package io.muster.console.history;

import io.muster.console.config.Retention;
import java.time.Duration;

/** The tables that are partitioned by day (UTC) and how long each remembers. */
enum Tables {
    ALARM_CHANGES("alarm_changes", "raised_at"),
    GATHERING_FRAMES("gathering_frames", "at"),
    POSITIONS("positions", "slot"),
    FENCE_EVENTS("fence_events", "at"),
    OCCUPANCY("occupancy", "at"),
    COMPLIANCE("compliance", "at"),
    COMMANDS("commands", "at"),
    NEIGHBOUR_RECORDS("neighbour_records", "at"),
    NOTIFICATIONS("notifications", "created_at"),
    OCCUPANCY_WINDOWS("occupancy_windows", "window_start"),
    AUDIT_LOG("audit_log", "at"),
    API_CALLS("api_calls", "at");

    private final String table;
    private final String timeColumn;

    Tables(String table, String timeColumn) {
        this.table = table;
        this.timeColumn = timeColumn;
    }

    String table() {
        return table;
    }

    String timeColumn() {
        return timeColumn;
    }

    /** Whole days. */
    long keptDays(Retention retention) {
        Duration kept =
                switch (this) {
                    case ALARM_CHANGES -> retention.alarms();
                    case GATHERING_FRAMES -> retention.gatherings();
                    case POSITIONS -> retention.positions();
                    case FENCE_EVENTS -> retention.fenceEvents();
                    case OCCUPANCY -> retention.occupancy();
                    case COMPLIANCE -> retention.compliance();
                    case COMMANDS -> retention.commands();
                    case NEIGHBOUR_RECORDS -> retention.neighbours();
                    case NOTIFICATIONS -> retention.notifications();
                    case OCCUPANCY_WINDOWS -> retention.windows();
                    case AUDIT_LOG -> retention.audit();
                    case API_CALLS -> retention.apiCalls();
                };
        return kept.toDays();
    }
}
