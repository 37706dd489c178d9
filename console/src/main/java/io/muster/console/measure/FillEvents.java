package io.muster.console.measure;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A day of alarms, gatherings, head counts, fence events and what was measured. */
final class FillEvents {
    private static final int ALARMS = 200;
    private static final int GATHERINGS = 40;
    private static final int FRAMES = 60;
    private static final int FENCE_EVENTS_EACH = 40;
    private static final int COUNT_SECONDS = 60;

    private final Connection connection;
    private final DayTables tables;
    private final int people;
    private final long seed;

    FillEvents(Connection connection, DayTables tables, int people, long seed) {
        this.connection = connection;
        this.tables = tables;
        this.people = people;
        this.seed = seed;
    }

    void fill(Instant midnight, int seconds) throws SQLException, IOException {
        SplittableRandom random = new SplittableRandom(seed + midnight.getEpochSecond());
        String day = midnight.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        alarms(day, midnight, seconds, random);
        gatherings(day, midnight, seconds, random);
        occupancy(midnight, seconds, random);
        fenceEvents(day, midnight, seconds, random);
        compliance(midnight, seconds);
    }

    private record Raised(String id, Instant at, String kind, String level, int zone, int person) {}

    private void alarms(String day, Instant midnight, int seconds, SplittableRandom random)
            throws SQLException, IOException {
        List<Raised> raised = new ArrayList<>();
        for (int i = 0; i < ALARMS; i++) {
            raised.add(new Raised(
                    MeasuredSite.uuid("alarm-" + day + "-" + i),
                    midnight.plusSeconds(random.nextInt(seconds)),
                    MeasuredSite.KINDS.get(random.nextInt(MeasuredSite.KINDS.size())),
                    MeasuredSite.LEVELS.get(random.nextInt(MeasuredSite.LEVELS.size())),
                    random.nextInt(MeasuredSite.ZONES),
                    random.nextInt(people)));
        }
        String[] states = {"raised_unacknowledged", "acknowledged", "cleared"};
        tables.fresh("alarm_changes");
        try (Copy copy = new Copy(
                connection,
                tables.name("alarm_changes"),
                "alarm_id, site, writer_epoch, seq, state, level, raised_at, told_at, document")) {
            for (Raised each : raised) {
                for (int seq = 1; seq <= 3; seq++) {
                    copy.row(9)
                            .text(each.id())
                            .text(MeasuredSite.ID)
                            .large(1)
                            .large(seq)
                            .text(states[seq - 1])
                            .text(each.level())
                            .time(each.at())
                            .time(each.at().plusSeconds(seq))
                            .json(document(each, seq, states[seq - 1]));
                }
            }
        }
        tables.attach("alarm_changes");
        try (Copy copy = new Copy(
                connection,
                "alarms",
                "alarm_id, site, writer_epoch, seq, kind, state, level, priority, subject_type, subject_id, fence_ids, trackable_ids,"
                        + " onset_at, raised_at, acknowledged_at, cleared_at, document")) {
            for (Raised each : raised) {
                copy.row(17)
                        .text(each.id())
                        .text(MeasuredSite.ID)
                        .large(1)
                        .large(3)
                        .text(each.kind())
                        .text("cleared")
                        .text(each.level())
                        .text("high")
                        .text("fence")
                        .text(MeasuredSite.zone(each.zone()))
                        .one(MeasuredSite.zone(each.zone()))
                        .one(MeasuredSite.person(each.person()))
                        .time(each.at())
                        .time(each.at())
                        .time(each.at().plusSeconds(20))
                        .time(each.at().plusSeconds(300))
                        .json(document(each, 3, "cleared"));
            }
        }
    }

    private static String document(Raised each, int seq, String state) {
        return MeasuredSite.alarm(
                each.id(), seq, each.kind(), each.level(), state, each.zone(), each.person(), each.at(), seq == 3);
    }

    private void gatherings(String day, Instant midnight, int seconds, SplittableRandom random)
            throws SQLException, IOException {
        record Group(String id, Instant start, int person, double x, double y) {}
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < GATHERINGS; i++) {
            groups.add(new Group(
                    MeasuredSite.uuid("gathering-" + day + "-" + i),
                    midnight.plusSeconds(random.nextInt(Math.max(1, seconds - FRAMES * 5))),
                    random.nextInt(Math.max(1, people - 5)),
                    random.nextDouble() * MeasuredSite.WIDTH,
                    random.nextDouble() * MeasuredSite.HEIGHT));
        }
        tables.fresh("gathering_frames");
        try (Copy copy = new Copy(
                connection, tables.name("gathering_frames"), "gathering_id, site, writer_epoch, seq, at, document")) {
            for (Group each : groups) {
                for (int seq = 1; seq <= FRAMES; seq++) {
                    Instant at = each.start().plusSeconds(seq * 5L - 5);
                    if (at.isBefore(midnight.plusSeconds(86_400))) {
                        copy.row(6)
                                .text(each.id())
                                .text(MeasuredSite.ID)
                                .large(1)
                                .large(seq)
                                .time(at)
                                .json(MeasuredSite.gathering(
                                        each.id(),
                                        seq,
                                        type(seq),
                                        each.start(),
                                        at,
                                        each.person(),
                                        each.x(),
                                        each.y()));
                    }
                }
            }
        }
        tables.attach("gathering_frames");
        try (Copy copy = new Copy(
                connection,
                "gatherings",
                "gathering_id, site, writer_epoch, seq, gathering_type, started_at, reported_at, ended_at, level, count, peak_count,"
                        + " x, y, floor, radius, fence_ids, document")) {
            for (Group each : groups) {
                Instant end = each.start().plusSeconds(FRAMES * 5L - 5);
                copy.row(17)
                        .text(each.id())
                        .text(MeasuredSite.ID)
                        .large(1)
                        .large(FRAMES)
                        .text("gathering_end")
                        .time(each.start())
                        .time(end)
                        .time(end)
                        .text("orange")
                        .whole(5)
                        .whole(5)
                        .number(each.x())
                        .number(each.y())
                        .number(0)
                        .number(6.5)
                        .one(MeasuredSite.zone(MeasuredSite.zoneAt(each.x(), each.y())))
                        .json(MeasuredSite.gathering(
                                each.id(),
                                FRAMES,
                                "gathering_end",
                                each.start(),
                                end,
                                each.person(),
                                each.x(),
                                each.y()));
            }
        }
    }

    private static String type(int seq) {
        return seq == 1 ? "gathering_start" : seq == FRAMES ? "gathering_end" : "gathering";
    }

    private void occupancy(Instant midnight, int seconds, SplittableRandom random) throws SQLException, IOException {
        tables.fresh("occupancy");
        try (Copy copy = new Copy(
                connection,
                tables.name("occupancy"),
                "fence_id, site, writer_epoch, seq, at, confirmed, possible, stale, document")) {
            for (int second = 0; second < seconds; second += COUNT_SECONDS) {
                Instant at = midnight.plusSeconds(second);
                for (int zone = 0; zone < MeasuredSite.ZONES; zone++) {
                    List<Integer> members = new ArrayList<>();
                    int count = Math.max(1, people / MeasuredSite.ZONES - 5 + random.nextInt(10));
                    for (int i = 0; i < count; i++) {
                        members.add((zone + i * MeasuredSite.ZONES) % people);
                    }
                    copy.row(9)
                            .text(MeasuredSite.zone(zone))
                            .text(MeasuredSite.ID)
                            .large(1)
                            .large(midnight.getEpochSecond() + second)
                            .time(at)
                            .whole(count)
                            .whole(0)
                            .whole(0)
                            .json(MeasuredSite.occupancy(zone, midnight.getEpochSecond() + second, at, members));
                }
            }
        }
        tables.attach("occupancy");
    }

    private void fenceEvents(String day, Instant midnight, int seconds, SplittableRandom random)
            throws SQLException, IOException {
        tables.fresh("fence_events");
        try (Copy copy = new Copy(
                connection,
                tables.name("fence_events"),
                "event_id, site, fence_id, trackable_id, event_type, at, document")) {
            for (int i = 0; i < people * FENCE_EVENTS_EACH; i++) {
                Instant at = midnight.plusSeconds(random.nextInt(seconds));
                String id = MeasuredSite.uuid("event-" + day + "-" + i);
                String zone = MeasuredSite.zone(random.nextInt(MeasuredSite.ZONES));
                String person = MeasuredSite.person(i % people);
                String type = i % 2 == 0 ? "region_entry" : "region_exit";
                copy.row(7)
                        .text(id)
                        .text(MeasuredSite.ID)
                        .text(zone)
                        .text(person)
                        .text(type)
                        .time(at)
                        .json("{\"id\":\"" + id + "\",\"fence_id\":\"" + zone + "\",\"trackable_id\":\"" + person
                                + "\",\"event_type\":\"" + type + "\",\"entry_time\":\"" + MeasuredSite.time(at)
                                + "\"}");
            }
        }
        tables.attach("fence_events");
    }

    private void compliance(Instant midnight, int seconds) throws SQLException, IOException {
        tables.fresh("compliance");
        try (Copy copy = new Copy(
                connection, tables.name("compliance"), "site, writer_epoch, seq, at, profile, verdict, document")) {
            for (int second = 0; second < seconds; second += COUNT_SECONDS) {
                Instant at = midnight.plusSeconds(second);
                copy.row(7)
                        .text(MeasuredSite.ID)
                        .large(1)
                        .large(midnight.getEpochSecond() + second)
                        .time(at)
                        .text("aq3064")
                        .json("{\"sampling\":true,\"delay\":true,\"cycle\":true}")
                        .json("{\"site\":\"" + MeasuredSite.ID + "\",\"profile\":\"aq3064\",\"evaluated_at\":\""
                                + MeasuredSite.time(at) + "\"}");
            }
        }
        tables.attach("compliance");
    }
}
