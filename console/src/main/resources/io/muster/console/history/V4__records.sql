-- What neighbouring systems sent (permits, inspections, evacuations, gas alarms, gate passes, infrastructure), as the broker took it.
CREATE TABLE neighbour_records (
    site          text        NOT NULL,
    -- the name of the topic without the site
    topic         text        NOT NULL,
    id            text        NOT NULL,
    at            timestamptz NOT NULL,
    record_offset bigint      NOT NULL,
    document      jsonb       NOT NULL,
    PRIMARY KEY (site, topic, at, record_offset)
) PARTITION BY RANGE (at);
CREATE INDEX neighbour_records_by_id ON neighbour_records (id, at);

-- Who was to be told what.
CREATE TABLE notifications (
    notification_id text        NOT NULL,
    site            text        NOT NULL,
    writer_epoch    bigint      NOT NULL,
    seq             bigint      NOT NULL,
    trackable_id    text        NOT NULL,
    alarm_id        text        NOT NULL,
    ended           boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    document        jsonb       NOT NULL,
    -- the id is that of the occasion: told again after a restore, it is the same message
    PRIMARY KEY (notification_id, created_at)
) PARTITION BY RANGE (created_at);
CREATE INDEX notifications_by_time ON notifications (site, created_at);
CREATE INDEX notifications_by_alarm ON notifications (alarm_id);
CREATE INDEX notifications_by_person ON notifications (trackable_id, created_at);

-- A zone over each compute cycle. Of cycles in which nobody was there, the first alone. Columns without the document: a row for each zone and cycle.
CREATE TABLE occupancy_windows (
    fence_id       text             NOT NULL,
    site           text             NOT NULL,
    writer_epoch   bigint           NOT NULL,
    seq            bigint           NOT NULL,
    window_start   timestamptz      NOT NULL,
    window_end     timestamptz      NOT NULL,
    samples        bigint           NOT NULL,
    count_min      int              NOT NULL,
    count_mean     real             NOT NULL,
    count_max      int              NOT NULL,
    person_seconds double precision NOT NULL,
    zone_limit     int,
    verdict        text             NOT NULL,
    plan_version   text,
    PRIMARY KEY (fence_id, window_start, writer_epoch, seq)
) PARTITION BY RANGE (window_start);

-- How many updates of vendors were rejected, by hour. A record counts only behind the last one that was counted, so that reading again changes nothing.
CREATE TABLE rejected_counts (
    site        text        NOT NULL,
    -- 'muster' = plans and people
    vendor      text        NOT NULL,
    reason      text        NOT NULL,
    hour        timestamptz NOT NULL,
    partition   int         NOT NULL,
    count       bigint      NOT NULL,
    last_offset bigint      NOT NULL,
    last_at     timestamptz NOT NULL,
    -- of the last one: what and where
    detail      text,
    PRIMARY KEY (site, hour, vendor, reason, partition)
);

-- Every version of the plan and of each person, as the broker took it. Few: forgotten by row once something newer has been in force long enough.
CREATE TABLE versions (
    site          text        NOT NULL,
    -- plans or trackables
    topic         text        NOT NULL,
    -- of a plan its version
    id            text        NOT NULL,
    at            timestamptz NOT NULL,
    record_offset bigint      NOT NULL,
    -- who made it and who agreed, where the document says so
    author        text,
    approver      text,
    valid_from    timestamptz,
    -- null = taken away
    document      jsonb,
    PRIMARY KEY (site, topic, record_offset, at)
);
CREATE INDEX versions_by_id ON versions (site, topic, id, at);
CREATE INDEX versions_by_time ON versions (site, topic, at);

-- Days of positions that are in a file (PositionFile.java), one for each site and day.
CREATE TABLE position_files (
    site        text        NOT NULL,
    day         date        NOT NULL,
    rows        bigint      NOT NULL,
    bytes       bigint      NOT NULL,
    -- of the whole file, as sha256sum prints it
    sha256      text        NOT NULL,
    written_at  timestamptz NOT NULL,
    -- the partition that it was written from, and how many rows of the site that had: with as many there still, the partition may go
    source      bigint      NOT NULL,
    source_rows bigint      NOT NULL,
    PRIMARY KEY (site, day)
);
