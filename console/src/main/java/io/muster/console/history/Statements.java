package io.muster.console.history;

/**
 * Every statement that stores a record, in the order in which a batch runs them. Each may be run again with the same rows: a row that is there stays, a newer
 * state replaces an older one by (writer_epoch, seq) and never the other way round.
 */
enum Statements {
    ALARM_CHANGE("""
            INSERT INTO alarm_changes (alarm_id, site, writer_epoch, seq, state, level, raised_at, told_at, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    ALARM("""
            INSERT INTO alarms (alarm_id, site, writer_epoch, seq, kind, state, level, priority, subject_type, subject_id,
                fence_ids, trackable_ids, onset_at, raised_at, acknowledged_at, returned_at, cleared_at, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (alarm_id) DO UPDATE SET writer_epoch = excluded.writer_epoch, seq = excluded.seq, kind = excluded.kind,
                state = excluded.state, level = excluded.level, priority = excluded.priority,
                subject_type = excluded.subject_type, subject_id = excluded.subject_id, fence_ids = excluded.fence_ids,
                trackable_ids = excluded.trackable_ids, onset_at = excluded.onset_at, raised_at = excluded.raised_at,
                acknowledged_at = excluded.acknowledged_at, returned_at = excluded.returned_at,
                cleared_at = excluded.cleared_at, withdrawn_at = NULL, document = excluded.document
            WHERE (excluded.writer_epoch, excluded.seq) > (alarms.writer_epoch, alarms.seq)"""),
    ALARM_TOMBSTONE("""
            INSERT INTO alarm_tombstones (alarm_id, writer_epoch, told_at) VALUES (?, ?, ?)
            ON CONFLICT (alarm_id) DO UPDATE SET writer_epoch = excluded.writer_epoch, told_at = excluded.told_at
            WHERE excluded.writer_epoch > alarm_tombstones.writer_epoch"""),
    /** After both: a tombstone while the alarm is open takes it back, unless a later writer raised it again. */
    ALARM_WITHDRAWN("""
            UPDATE alarms SET withdrawn_at = t.told_at FROM alarm_tombstones t
            WHERE alarms.alarm_id = ? AND t.alarm_id = alarms.alarm_id AND alarms.state <> 'cleared'
                AND alarms.withdrawn_at IS NULL AND t.writer_epoch >= alarms.writer_epoch"""),
    GATHERING_FRAME("""
            INSERT INTO gathering_frames (gathering_id, site, writer_epoch, seq, at, document)
            VALUES (?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    GATHERING("""
            INSERT INTO gatherings (gathering_id, site, writer_epoch, seq, gathering_type, started_at, reported_at, ended_at, level,
                count, peak_count, x, y, floor, radius, fence_ids, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (gathering_id) DO UPDATE SET writer_epoch = excluded.writer_epoch, seq = excluded.seq,
                gathering_type = excluded.gathering_type, started_at = excluded.started_at, reported_at = excluded.reported_at,
                ended_at = excluded.ended_at, level = excluded.level, count = excluded.count, peak_count = excluded.peak_count,
                x = excluded.x, y = excluded.y, floor = excluded.floor, radius = excluded.radius,
                fence_ids = excluded.fence_ids, document = excluded.document
            WHERE (excluded.writer_epoch, excluded.seq) > (gatherings.writer_epoch, gatherings.seq)"""),
    PERSON("INSERT INTO persons (site, trackable_id) VALUES (?, ?) ON CONFLICT DO NOTHING"),
    POSITION("""
            INSERT INTO positions (slot, at, person_no, x, y, floor, accuracy)
            SELECT ?::timestamptz, ?::timestamptz, person_no, ?::real, ?::real, ?::real, ?::real FROM persons WHERE site = ? AND trackable_id = ?
            ON CONFLICT DO NOTHING"""),
    FENCE_EVENT("""
            INSERT INTO fence_events (event_id, site, fence_id, trackable_id, event_type, at, document)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    OCCUPANCY("""
            INSERT INTO occupancy (fence_id, site, writer_epoch, seq, at, confirmed, possible, stale, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    COMPLIANCE("""
            INSERT INTO compliance (site, writer_epoch, seq, at, profile, verdict, document)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb) ON CONFLICT DO NOTHING"""),
    COMMAND("""
            INSERT INTO commands (command_id, site, at, record_offset, command, target_type, target_id, by_whom, reason, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    NEIGHBOUR_RECORD("""
            INSERT INTO neighbour_records (site, topic, id, at, record_offset, document)
            VALUES (?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    NOTIFICATION("""
            INSERT INTO notifications (notification_id, site, writer_epoch, seq, trackable_id, alarm_id, ended, created_at, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    OCCUPANCY_WINDOW("""
            INSERT INTO occupancy_windows (fence_id, site, writer_epoch, seq, window_start, window_end, samples, count_min, count_mean,
                count_max, person_seconds, zone_limit, verdict, plan_version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""),
    VERSION("""
            INSERT INTO versions (site, topic, id, at, record_offset, author, approver, valid_from, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING"""),
    /** Record by record, never as one insert of many rows: each looks at what the one before it has counted. */
    REJECTED("""
            INSERT INTO rejected_counts (site, vendor, reason, hour, partition, count, last_offset, last_at, detail)
            SELECT ?, ?, ?, ?::timestamptz, ?::int, 1, ?::bigint, ?::timestamptz, ?
            ON CONFLICT (site, hour, vendor, reason, partition) DO UPDATE SET count = rejected_counts.count + 1,
                last_offset = excluded.last_offset, last_at = excluded.last_at, detail = excluded.detail
            WHERE excluded.last_offset > rejected_counts.last_offset"""),
    REJECT("""
            INSERT INTO ingest_rejects (topic, partition, record_offset, told_at, reason, value)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"""),
    OFFSET("""
            INSERT INTO ingest_offsets (topic, partition, next_offset) VALUES (?, ?, ?)
            ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset
            WHERE excluded.next_offset > ingest_offsets.next_offset""");

    private final String sql;

    Statements(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
