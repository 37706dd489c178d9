package io.muster.simulator.plant;

import java.util.ArrayList;
import java.util.List;

/**
 * The areas of the demo plant, 1,000 m by 800 m. From south to north: offices and rooms outside the fence, gates, open ground, the pipe rack, three rows of
 * five process units 60 m apart with a road between, the tank farm; stores, workshop and loading in the east. Hazard zones are 80 m wide, so that six people
 * can stand in one without being a gathering.
 */
final class DemoAreas {
    static final int COLUMNS = 5;
    static final int ROWS = 3;
    static final double PITCH_X = 140;
    static final double PITCH_Y = 120;
    static final double WEST = 100;
    static final double SOUTH = 330;
    static final double UNIT_WIDTH = 80;
    static final double UNIT_HEIGHT = 60;
    static final double TANK_SOUTH = 690;
    static final double TANK_HEIGHT = 50;
    /** The unit with three floors, counted from 1. */
    static final int TALL_UNIT = 8;

    private static final String SEATED = "fixed seats behind blast-resistant walls, no process inside";
    private static final String MUSTER = "people are told to come together here in an emergency";
    /** Longer than rounds and scripted visits take. */
    private static final long OVERSTAY_MILLIS = 20 * 60_000;

    /** Of the substation: long enough to read a meter. */
    private static final long SUBSTATION_OVERSTAY_MILLIS = 60_000;

    private static final long MOTIONLESS_MILLIS = 3 * 60_000;
    /** Of the chemical store, where nobody else sees it. */
    private static final long ALONE_MOTIONLESS_MILLIS = 60_000;
    /** AQ 3064.3 person types without visitors. */
    private static final String STAFF = "[\"01\", \"02\"]";
    /** Milliseconds: somebody relieves the operator sooner than that. */
    private static final String CONTROL_ABSENCE = "180000";
    /** Milliseconds: nobody loads without the guard. */
    private static final String LOADING_ABSENCE = "120000";

    /** Of the control room. */
    private static final int LEAST_OPERATORS = 2;

    private static final String[] UNITS = {
        "常减压 Crude distillation",
        "催化裂化 Catalytic cracking",
        "加氢裂化 Hydrocracking",
        "重整 Reforming",
        "焦化 Coking",
        "乙烯裂解 Ethylene cracking",
        "丁二烯抽提 Butadiene extraction",
        "聚合 Polymerisation",
        "环氧乙烷 Ethylene oxide",
        "氯化 Chlorination",
        "光气化 Phosgenation",
        "硝化 Nitration",
        "合成氨 Ammonia synthesis",
        "氟化 Fluorination",
        "过氧化 Peroxidation"
    };
    private static final String[] COLOURS = {"red", "orange", "yellow", "orange", "red", "blue", "yellow"};

    private DemoAreas() {}

    static List<Area> all() {
        List<Area> areas = new ArrayList<>();
        areas.add(Area.box("production-area", "生产区 Production area", "production", 30, 155, 955, 635)
                .everyFloor());
        units(areas);
        tanks(areas);
        stores(areas);
        rooms(areas);
        ways(areas);
        watched(areas);
        yards(areas);
        beacons(areas);
        return List.copyOf(areas);
    }

    static Area find(String id) {
        return all().stream()
                .filter(area -> area.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area " + id));
    }

    private static void units(List<Area> areas) {
        for (int number = 1; number <= ROWS * COLUMNS; number++) {
            double x = WEST + (number - 1) % COLUMNS * PITCH_X;
            int row = (number - 1) / COLUMNS;
            double y = SOUTH + row * PITCH_Y;
            String id = String.format("unit-%02d", number);
            String name = number + "#装置 " + UNITS[number - 1];
            String[] hazards = number % 3 == 0
                    ? new String[] {"hazardous_process", "toxic"}
                    : new String[] {"hazardous_process", "flammable_explosive"};
            int floors = number == TALL_UNIT ? 3 : 1;
            for (int floor = 0; floor < floors; floor++) {
                String suffix = floors == 1 ? "" : "-floor-" + floor;
                String place = floors == 1 ? "" : " " + (floor + 1) + "层 floor " + floor;
                areas.add(Area.box(id + suffix, name + place, "hazard", x, y, UNIT_WIDTH, UNIT_HEIGHT)
                        .onFloor(floor)
                        .risky(COLOURS[number % COLOURS.length], hazards)
                        .motionless(MOTIONLESS_MILLIS)
                        .with("allowed_person_types", STAFF)
                        .with("hazard_unit_class", number % 3 == 0 ? "3" : "4"));
            }
        }
    }

    private static void tanks(List<Area> areas) {
        for (int number = 1; number <= COLUMNS; number++) {
            areas.add(Area.box(
                            "tank-dike-" + number,
                            "罐区" + number + " Tank dike " + number,
                            "hazard",
                            WEST + (number - 1) * PITCH_X,
                            TANK_SOUTH,
                            UNIT_WIDTH,
                            TANK_HEIGHT)
                    .risky(number % 2 == 0 ? "orange" : "red", "flammable_explosive")
                    .motionless(MOTIONLESS_MILLIS)
                    .with("allowed_person_types", STAFF)
                    .with("hazard_unit_class", number == 1 ? "1" : "2"));
        }
    }

    private static void stores(List<Area> areas) {
        areas.add(Area.box("pipe-rack", "管廊 Pipe rack", "production", 100, 272, 640, 10));
        areas.add(Area.box("warehouse", "综合仓库 Warehouse", "production", 830, 340, 80, 70));
        areas.add(Area.box("chemical-store", "危化品库 Chemical store", "hazard", 830, 600, 60, 50)
                .risky("orange", "toxic", "flammable_explosive")
                .overstay(OVERSTAY_MILLIS)
                .motionless(ALONE_MOTIONLESS_MILLIS)
                .with("allowed_person_types", STAFF));
        areas.add(Area.box("loading-bay", "装卸区 Loading bay", "hazard", 830, 470, 100, 50)
                .risky("yellow", "flammable_explosive"));
        areas.add(Area.box("workshop", "机修车间 Workshop", "production", 830, 205, 90, 60));
    }

    private static void rooms(List<Area> areas) {
        areas.add(Area.box("offices", "办公楼 Offices", "rest", 60, 30, 100, 80).exempt(SEATED));
        areas.add(Area.box("canteen", "食堂 Canteen", "rest", 200, 30, 80, 80).exempt(SEATED));
        areas.add(Area.box("change-house", "更衣室 Change house", "rest", 320, 30, 80, 80)
                .exempt(SEATED)
                .with("tags_put_away", "true"));
        areas.add(Area.box("control-room", "中控室 Control room", "control_room", 440, 30, 70, 80)
                .exempt("manned around the clock, blast-resistant, no process inside")
                .manned(LEAST_OPERATORS)
                .with("absence_ms", CONTROL_ABSENCE)
                .with("allowed_posts", "[\"control-operator\"]"));
        areas.add(Area.box("training-centre", "培训中心 Training centre", "rest", 560, 30, 80, 80)
                .exempt(SEATED));
        areas.add(Area.box("muster-south", "南集合点 Muster point south", "muster_point", 700, 40, 40, 40)
                .exempt(MUSTER));
        areas.add(Area.box("muster-east", "东集合点 Muster point east", "muster_point", 880, 40, 40, 40)
                .exempt(MUSTER));
        areas.add(Area.circle("muster-west", "西集合点 Muster point west", "muster_point", 50, 215, 12)
                .exempt(MUSTER));
    }

    private static void ways(List<Area> areas) {
        areas.add(Area.box("gate-1", "1号门 Gate 1", "gate", 204, 149, 12, 12));
        areas.add(Area.box("gate-2", "2号门 Gate 2", "gate", 624, 149, 12, 12));
        areas.add(Area.box("gate-3", "3号门 Gate 3", "gate", 949, 149, 12, 12));
        areas.add(Area.box("post-gate-1", "1号门岗 Gate 1 post", "post", 219, 146, 7, 7));
        areas.add(Area.box("post-gate-2", "2号门岗 Gate 2 post", "post", 639, 146, 7, 7));
        areas.add(Area.box("post-loading", "装卸监护岗 Loading post", "post", 840, 453, 8, 8)
                .with("absence_ms", LOADING_ABSENCE));
    }

    private static void watched(List<Area> areas) {
        areas.add(Area.box("substation", "变电所 Substation", "forbidden", 700, 180, 40, 40)
                .overstay(SUBSTATION_OVERSTAY_MILLIS));
        areas.add(Area.box("flare", "火炬区 Flare", "forbidden", 900, 725, 50, 45).overstay(OVERSTAY_MILLIS));
        double[][] points = {{225, 405}, {365, 555}, {505, 405}, {645, 675}, {785, 555}, {620, 360}, {640, 715}};
        for (int i = 0; i < points.length; i++) {
            int number = i + 1;
            areas.add(Area.circle(
                    "inspection-" + number,
                    "巡检点" + number + " Inspection point " + number,
                    "inspection_point",
                    points[i][0],
                    points[i][1],
                    3));
        }
    }

    /** Where people wait before they are asked into a zone or to a gathering; the yards are so wide that waiting there is nothing. */
    private static void yards(List<Area> areas) {
        areas.add(Area.circle("waiting-02", "2#装置等候点 Waiting point of unit 2", "production", 297.5, 397, 2.5));
        areas.add(Area.circle("waiting-14", "14#装置等候点 Waiting point of unit 14", "production", 577.5, 637, 2.5));
        areas.add(Area.circle("waiting-tank-1", "罐区1等候点 Waiting point of tank dike 1", "production", 152.25, 747, 2.5));
        areas.add(Area.circle(
                "waiting-substation", "变电所等候点 Waiting point of the substation", "production", 720, 172, 2.5));
        areas.add(Area.circle(
                "waiting-store", "危化品库等候点 Waiting point of the chemical store", "production", 860, 590, 2.5));
        areas.add(Area.circle("yard-middle", "中部空地 Yard, middle", "production", 420, 215, 38));
        areas.add(Area.circle("yard-west", "西部空地 Yard, west", "production", 140, 215, 38));
    }

    private static void beacons(List<Area> areas) {
        beacon(areas, "offices", 110, 70, 8);
        beacon(areas, "canteen-west", 222, 70, 8);
        beacon(areas, "canteen-east", 256, 70, 8);
        beacon(areas, "change-house", 360, 70, 8);
        beacon(areas, "training", 600, 70, 8);
        beacon(areas, "gate-1", 210, 155, 5);
        beacon(areas, "gate-2", 630, 155, 5);
        beacon(areas, "warehouse", 870, 375, 8);
        beacon(areas, "workshop", 875, 235, 6);
        beacon(areas, "loading-post", 844, 457, 3);
    }

    private static void beacon(List<Area> areas, String where, double x, double y, double radius) {
        areas.add(Area.circle("beacon-" + where, "蓝牙信标 Beacon " + where, "beacon", x, y, radius));
    }
}
