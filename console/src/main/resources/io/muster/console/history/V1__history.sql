-- Times are those of the job (ordering and event time) unless a column says otherwise. `document` is the whole value of the record, so that fields that this
-- version has no column for are not lost. Tables partitioned by day: their partitions are made and dropped by the console (Partitions.java).

-- How far each partition of each topic is stored. Written in the transaction of the rows.
CREATE TABLE ingest_offsets (
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- What could not be stored, and why: kept instead of standing in the way of everything behind it.
CREATE TABLE ingest_rejects (
    topic         text        NOT NULL,
    partition     int         NOT NULL,
    record_offset bigint      NOT NULL,
    told_at       timestamptz NOT NULL,
    reason        text        NOT NULL,
    value         bytea,
    PRIMARY KEY (topic, partition, record_offset)
);

-- The newest state of each alarm. Few enough to be one table: forgotten by row.
CREATE TABLE alarms (
    alarm_id        text        PRIMARY KEY,
    site            text        NOT NULL,
    writer_epoch    bigint      NOT NULL,
    seq             bigint      NOT NULL,
    kind            text        NOT NULL,
    state           text        NOT NULL,
    level           text        NOT NULL,
    priority        text,
    subject_type    text        NOT NULL,
    subject_id      text        NOT NULL,
    fence_ids       text[]      NOT NULL,
    trackable_ids   text[]      NOT NULL,
    onset_at        timestamptz NOT NULL,
    raised_at       timestamptz NOT NULL,
    acknowledged_at timestamptz,
    returned_at     timestamptz,
    cleared_at      timestamptz,
    -- taken back by the job (a tombstone while it was open): it should not have been raised
    withdrawn_at    timestamptz,
    document        jsonb       NOT NULL
);
CREATE INDEX alarms_by_time ON alarms (site, raised_at DESC);
CREATE INDEX alarms_open ON alarms (site) WHERE state <> 'cleared' AND withdrawn_at IS NULL;
CREATE INDEX alarms_by_fence ON alarms USING gin (fence_ids);
CREATE INDEX alarms_by_person ON alarms USING gin (trackable_ids);

-- Tombstones of alarm-states: they may be read before the alarm itself, which comes by another topic.
CREATE TABLE alarm_tombstones (
    alarm_id     text        PRIMARY KEY,
    writer_epoch bigint      NOT NULL,
    told_at      timestamptz NOT NULL
);

-- Every change of every alarm.
CREATE TABLE alarm_changes (
    alarm_id     text        NOT NULL,
    site         text        NOT NULL,
    writer_epoch bigint      NOT NULL,
    seq          bigint      NOT NULL,
    state        text        NOT NULL,
    level        text        NOT NULL,
    raised_at    timestamptz NOT NULL,
    -- when the broker took it
    told_at      timestamptz NOT NULL,
    document     jsonb       NOT NULL,
    PRIMARY KEY (alarm_id, writer_epoch, seq, raised_at)
) PARTITION BY RANGE (raised_at);

-- The newest state of each gathering.
CREATE TABLE gatherings (
    gathering_id   text        PRIMARY KEY,
    site           text        NOT NULL,
    writer_epoch   bigint      NOT NULL,
    seq            bigint      NOT NULL,
    gathering_type text        NOT NULL,
    started_at     timestamptz NOT NULL,
    reported_at    timestamptz NOT NULL,
    ended_at       timestamptz,
    level          text,
    count          int         NOT NULL,
    peak_count     int         NOT NULL,
    x              double precision,
    y              double precision,
    floor          double precision,
    radius         double precision,
    fence_ids      text[]      NOT NULL,
    document       jsonb       NOT NULL
);
CREATE INDEX gatherings_by_time ON gatherings (site, started_at DESC);
CREATE INDEX gatherings_by_fence ON gatherings USING gin (fence_ids);

-- Each report of each gathering, with its members and where they were: what a playback shows (PD-2).
CREATE TABLE gathering_frames (
    gathering_id text        NOT NULL,
    site         text        NOT NULL,
    writer_epoch bigint      NOT NULL,
    seq          bigint      NOT NULL,
    at           timestamptz NOT NULL,
    document     jsonb       NOT NULL,
    PRIMARY KEY (gathering_id, writer_epoch, seq, at)
) PARTITION BY RANGE (at);

-- Short numbers for people: positions are by far the most rows.
CREATE TABLE persons (
    person_no    int  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site         text NOT NULL,
    trackable_id text NOT NULL,
    UNIQUE (site, trackable_id)
);

-- The first position of a person in each interval; metres in the plan of the site.
CREATE TABLE positions (
    slot      timestamptz NOT NULL,
    at        timestamptz NOT NULL,
    person_no int         NOT NULL,
    x         real        NOT NULL,
    y         real        NOT NULL,
    floor     real,
    accuracy  real,
    PRIMARY KEY (person_no, slot)
) PARTITION BY RANGE (slot);
CREATE INDEX positions_by_time ON positions USING brin (slot) WITH (pages_per_range = 32);

CREATE TABLE fence_events (
    event_id     text        NOT NULL,
    site         text        NOT NULL,
    fence_id     text        NOT NULL,
    trackable_id text,
    event_type   text        NOT NULL,
    at           timestamptz NOT NULL,
    document     jsonb       NOT NULL,
    PRIMARY KEY (event_id, at)
) PARTITION BY RANGE (at);
CREATE INDEX fence_events_by_fence ON fence_events (fence_id, at);
CREATE INDEX fence_events_by_person ON fence_events (trackable_id, at);

-- At every change of who is counted; the reports in between that say the same again are left out.
CREATE TABLE occupancy (
    fence_id     text        NOT NULL,
    site         text        NOT NULL,
    writer_epoch bigint      NOT NULL,
    seq          bigint      NOT NULL,
    at           timestamptz NOT NULL,
    confirmed    int         NOT NULL,
    possible     int         NOT NULL,
    stale        int         NOT NULL,
    document     jsonb       NOT NULL,
    PRIMARY KEY (fence_id, at, writer_epoch, seq)
) PARTITION BY RANGE (at);

CREATE TABLE compliance (
    site         text        NOT NULL,
    writer_epoch bigint      NOT NULL,
    seq          bigint      NOT NULL,
    at           timestamptz NOT NULL,
    profile      text        NOT NULL,
    verdict      jsonb       NOT NULL,
    document     jsonb       NOT NULL,
    PRIMARY KEY (site, at, writer_epoch, seq)
) PARTITION BY RANGE (at);

-- What control rooms asked for, as the broker took it.
CREATE TABLE commands (
    command_id    text        NOT NULL,
    site          text        NOT NULL,
    at            timestamptz NOT NULL,
    record_offset bigint      NOT NULL,
    command       text        NOT NULL,
    target_type   text        NOT NULL,
    target_id     text        NOT NULL,
    by_whom       text        NOT NULL,
    reason        text,
    document      jsonb       NOT NULL,
    PRIMARY KEY (site, record_offset, at)
) PARTITION BY RANGE (at);
CREATE INDEX commands_by_target ON commands (target_id, at);
