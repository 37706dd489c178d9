package io.muster.rules.notify;

import java.util.HashMap;
import java.util.Map;

/**
 * The table of whom an alarm is told, and in which words.
 *
 * <p>Kinds that are not here are for the control room alone (staff, feeds, clocks, strange tags): the people whom they name can do nothing about them. People near somebody who
 * pressed SOS or fell are not told: an alarm knows the place of that person and nobody else's, and a crowd that runs to a gas leak is what must not happen;
 * the control room sends whom it wants. Who is on duty as a manager is known to the paging system and not to us: managers are one recipient.
 */
final class Audiences {
    /** The recipient that stands for whoever is on duty as a manager. */
    static final String MANAGERS = "managers";

    /** AQ 3064.3 5.2.3 b, 5.2.4 a, 7.2.2. */
    private static final long FIVE_SECONDS = 5_000;

    private static final long NO_RULE = 0;
    private static final Map<String, Audience> BY_KIND = new HashMap<>();
    private static final Audience NOBODY = new Audience(false, false, false, false, NO_RULE, "", "");

    static {
        // 5.2.3 a and b: the people of a gathering disperse, those who manage are told.
        told(
                "gathering",
                new Audience(true, false, true, true, FIVE_SECONDS, "人员聚集，请立即分散", "Gathering: please disperse"));
        // 5.2.4 a: to the person.
        told("boundary", people(FIVE_SECONDS, "您已越界，请立即离开", "You are out of bounds: please leave at once"));
        told("overstay", people(NO_RULE, "您停留过久，请离开该区域", "You have stayed too long: please leave the area"));
        told(
                "motionless",
                people(NO_RULE, "您长时间静止，请活动或呼救", "You have not moved for long: please move, or call for help"));
        told(
                "over_capacity",
                people(NO_RULE, "该区域超员，非必要人员请离开", "Too many people here: please leave if you need not be here"));
        told("wrong_post", people(NO_RULE, "您不在本岗位，请返回", "This is not your post: please go back"));
        told("off_post", people(NO_RULE, "您已离岗，请返回岗位", "You have left your post: please go back"));
        told("guardian_absent", people(NO_RULE, "监护人请返回作业现场", "Guardian: please go back to the work"));
        told("approver_absent", people(NO_RULE, "请到现场审批", "Please approve on site"));
        told("permit_intrusion", people(NO_RULE, "此处正在作业，请离开", "Work goes on here: please leave"));
        told("low_battery", people(NO_RULE, "标签电量低，请充电", "The battery of your tag is low: please charge it"));
        told(
                "visitor_expired",
                new Audience(
                        true,
                        true,
                        false,
                        true,
                        NO_RULE,
                        "访问已到期或超出范围，请离开",
                        "The visit is over or out of bounds: please leave"));
        // Their tag does not speak to them.
        told("not_wearing", new Audience(true, false, false, false, NO_RULE, "请佩戴定位标签", "Please wear your tag"));
        told(
                "tag_lost_in_hazard",
                new Audience(
                        true,
                        false,
                        false,
                        false,
                        NO_RULE,
                        "您的标签失联，请联系中控室",
                        "Your tag is silent: please call the control room"));
        // 7.2.2: pushed within 5 s; whoever pressed knows that somebody knows.
        told(
                "sos",
                new Audience(true, false, true, true, FIVE_SECONDS, "求救已收到", "Your call for help has been received"));
        told("fall", new Audience(false, false, true, false, FIVE_SECONDS, "", ""));
        told(
                "evac_missing",
                new Audience(true, false, true, true, FIVE_SECONDS, "请立即撤离到集合点", "Evacuate to the muster point now"));
    }

    static Audience of(String kind) {
        return BY_KIND.getOrDefault(kind, NOBODY);
    }

    private static Audience people(long dueMillis, String textZh, String textEn) {
        return new Audience(true, false, false, true, dueMillis, textZh, textEn);
    }

    private static void told(String kind, Audience audience) {
        BY_KIND.put(kind, audience);
    }

    private Audiences() {}
}
