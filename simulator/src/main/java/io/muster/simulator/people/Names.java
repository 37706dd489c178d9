package io.muster.simulator.people;

import io.muster.simulator.chance.Draw;

/** Plausible names and departments; nobody real is meant. */
final class Names {
    private static final String[][] FAMILY = {
        {"王", "Wang"}, {"李", "Li"}, {"张", "Zhang"}, {"刘", "Liu"}, {"陈", "Chen"}, {"杨", "Yang"}, {"赵", "Zhao"},
        {"黄", "Huang"}, {"周", "Zhou"}, {"吴", "Wu"}, {"徐", "Xu"}, {"孙", "Sun"}, {"胡", "Hu"}, {"朱", "Zhu"},
        {"高", "Gao"}, {"林", "Lin"}, {"何", "He"}, {"郭", "Guo"}, {"马", "Ma"}, {"罗", "Luo"}
    };
    private static final String[][] GIVEN = {
        {"伟", "Wei"}, {"芳", "Fang"}, {"娜", "Na"}, {"敏", "Min"}, {"静", "Jing"}, {"强", "Qiang"}, {"磊", "Lei"},
        {"军", "Jun"}, {"洋", "Yang"}, {"勇", "Yong"}, {"艳", "Yan"}, {"杰", "Jie"}, {"娟", "Juan"}, {"涛", "Tao"},
        {"明", "Ming"}, {"超", "Chao"}, {"霞", "Xia"}, {"平", "Ping"}, {"刚", "Gang"}, {"辉", "Hui"}
    };
    private static final String[] DEPARTMENTS = {
        "production-1", "production-2", "production-3", "storage", "maintenance", "laboratory", "hse", "administration"
    };
    private static final String[] CONTRACTORS = {"contractor-scaffolding", "contractor-welding", "contractor-cleaning"};

    private Names() {}

    /** 75 % employees, 20 % contractors, 5 % visitors. */
    static String personType(Draw draw) {
        double share = draw.nextDouble();
        return share < 0.75 ? "01" : share < 0.95 ? "02" : "03";
    }

    static String name(Draw draw) {
        String[] family = FAMILY[draw.below(FAMILY.length)];
        String[] given = GIVEN[draw.below(GIVEN.length)];
        return family[0] + given[0] + " " + family[1] + " " + given[1];
    }

    static String department(Draw draw, String personType) {
        return switch (personType) {
            case "02" -> CONTRACTORS[draw.below(CONTRACTORS.length)];
            case "03" -> "visitors";
            default -> DEPARTMENTS[draw.below(DEPARTMENTS.length)];
        };
    }
}
