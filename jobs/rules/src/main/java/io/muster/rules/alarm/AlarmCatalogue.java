package io.muster.rules.alarm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of alarm. Levels and delays without a public number are proposals of this product. Delays that the rule itself measures (30 min
 * of overstay, 60 s of gathering) are not here: these only keep an alarm from chattering.
 */
public final class AlarmCatalogue {
    private static final long NONE = 0;
    private static final long FIVE_SECONDS = 5_000;
    private static final boolean LIFE = true;
    private static final boolean MAY_BE_PUT_ASIDE = false;

    private static final List<AlarmDefinition> ALL = List.of(
            of("sos", "一键报警", "SOS alarm", "red", "critical", NONE, Closing.LATCH, LIFE, "AQ 3064.3 7.2.2, B.3 = 0"),
            of(
                    "boundary",
                    "越界报警",
                    "boundary alarm",
                    "orange",
                    "high",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "AQ 3064.3 5.2.4 a, B.3 = 1"),
            of(
                    "overstay",
                    "滞留报警",
                    "overstay alarm",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "AQ 3064.3 5.2.4 e, B.3 = 2"),
            of(
                    "motionless",
                    "静止报警",
                    "motionless alarm",
                    "orange",
                    "high",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "AQ 3064.3 5.2.4 b, B.3 = 3"),
            of(
                    "over_capacity",
                    "超员报警",
                    "over-capacity alarm",
                    "orange",
                    "high",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "PF-4b, AQ 3064.3 5.2.4 c, B.4 = 1"),
            of(
                    "under_staffed",
                    "缺员报警",
                    "under-staffed alarm",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "AQ 3064.3 5.2.4 d, B.4 = 2"),
            of(
                    "gathering",
                    "人员聚集预警",
                    "gathering alert",
                    "yellow",
                    "medium",
                    NONE,
                    Closing.CONFIRM,
                    MAY_BE_PUT_ASIDE,
                    "PF-5a, AQ 3064.3 3.5, 5.2.3, B.5"),
            of(
                    "approver_absent",
                    "审批人不在现场审批",
                    "approver not on site",
                    "yellow",
                    "medium",
                    NONE,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "A.4 = 30"),
            of(
                    "guardian_absent",
                    "监护人离岗",
                    "guardian left",
                    "orange",
                    "high",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "A.4 = 31"),
            of(
                    "wrong_post",
                    "串岗报警",
                    "wrong-post alarm",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "market, B.3 = 1"),
            of(
                    "off_post",
                    "脱岗报警",
                    "off-post alarm",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "market, B.4 = 2"),
            of(
                    "permit_intrusion",
                    "非作业人员进入作业区",
                    "intruder in permit area",
                    "orange",
                    "high",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "proposal, B.3 = 1"),
            of(
                    "visitor_expired",
                    "外来人员超期/超范围",
                    "visitor overrun",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "B.3 = 1 or 2"),
            of(
                    "not_wearing",
                    "人卡分离",
                    "not wearing tag",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "AQ 3064.3 4.6"),
            of(
                    "low_battery",
                    "低电量",
                    "low battery",
                    "blue",
                    "low",
                    FIVE_SECONDS,
                    Closing.SELF,
                    MAY_BE_PUT_ASIDE,
                    "AQ 3064.3 5.1.3"),
            of(
                    "terminal_offline",
                    "终端离线",
                    "terminal offline",
                    "blue",
                    "low",
                    FIVE_SECONDS,
                    Closing.SELF,
                    MAY_BE_PUT_ASIDE,
                    "AQ 3064.3 5.1.3"),
            of(
                    "anchor_fault",
                    "基站异常",
                    "anchor fault",
                    "blue",
                    "low",
                    FIVE_SECONDS,
                    Closing.SELF,
                    MAY_BE_PUT_ASIDE,
                    "device status"),
            of("evac_missing", "疏散未到位", "not evacuated", "red", "critical", NONE, Closing.ACKNOWLEDGE, LIFE, "PF-7"),
            of(
                    "patrol_missed",
                    "漏检",
                    "patrol missed",
                    "yellow",
                    "medium",
                    NONE,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "PF-7"),
            of("fall", "跌倒报警", "fall alarm", "red", "critical", NONE, Closing.LATCH, LIFE, "market"),
            of(
                    "tag_lost_in_hazard",
                    "危险区域内失联",
                    "tag lost in a hazard zone",
                    "orange",
                    "high",
                    NONE,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "product"),
            of(
                    "clock_fault",
                    "时钟异常",
                    "clock fault",
                    "blue",
                    "low",
                    FIVE_SECONDS,
                    Closing.SELF,
                    MAY_BE_PUT_ASIDE,
                    "product"),
            of(
                    "unknown_tag",
                    "未登记标签",
                    "unknown tag",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "product"),
            of(
                    "tag_swap_suspected",
                    "疑似换卡",
                    "tag swap suspected",
                    "yellow",
                    "medium",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "product"),
            of(
                    "spoof_suspected",
                    "疑似伪造定位",
                    "spoof suspected",
                    "orange",
                    "high",
                    FIVE_SECONDS,
                    Closing.ACKNOWLEDGE,
                    MAY_BE_PUT_ASIDE,
                    "product"),
            of(
                    "vendor_feed_silent",
                    "厂商数据中断",
                    "vendor feed silent",
                    "orange",
                    "high",
                    NONE,
                    Closing.SELF,
                    MAY_BE_PUT_ASIDE,
                    "product"));

    private static final Map<String, AlarmDefinition> BY_KIND =
            ALL.stream().collect(Collectors.toUnmodifiableMap(AlarmDefinition::kind, Function.identity()));

    /** From low to high: blue, yellow, orange, red. */
    static final List<String> LEVELS = List.of("blue", "yellow", "orange", "red");
    /** From low to high, one for each level. */
    static final List<String> PRIORITIES = List.of("low", "medium", "high", "critical");

    private AlarmCatalogue() {}

    /** Every kind, sorted by its symbol. */
    public static List<AlarmDefinition> all() {
        return ALL.stream().sorted(Comparator.comparing(AlarmDefinition::kind)).toList();
    }

    /** @return null = no such kind */
    public static @Nullable AlarmDefinition find(String kind) {
        return BY_KIND.get(kind);
    }

    /** As {@link #find}; a kind that nobody has described is still an alarm, named by its symbol: none is lost for want of a name. */
    public static AlarmDefinition get(String kind) {
        AlarmDefinition known = BY_KIND.get(kind);
        return known != null
                ? known
                : of(kind, kind, kind, "yellow", "medium", NONE, Closing.ACKNOWLEDGE, MAY_BE_PUT_ASIDE, "");
    }

    /** The kind's own priority, or that of the level where the level is higher than the kind's own. */
    public static String priority(AlarmDefinition definition, String level) {
        int own = PRIORITIES.indexOf(definition.priority());
        return PRIORITIES.get(Math.max(own, LEVELS.indexOf(level)));
    }

    /** From 0, blue, to 3, red. */
    public static int rankOfLevel(String level) {
        return LEVELS.indexOf(level);
    }

    /** From 0, low, to 3, critical. */
    public static int rankOfPriority(String priority) {
        return PRIORITIES.indexOf(priority);
    }

    /** The higher of two levels. */
    static String higherLevel(String one, String other) {
        return LEVELS.indexOf(one) >= LEVELS.indexOf(other) ? one : other;
    }

    /** The higher of two priorities. */
    static String higherPriority(String one, String other) {
        return PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other) ? one : other;
    }

    /** Whether a level is as high as another one. */
    public static boolean isAtLeast(String level, String than) {
        return LEVELS.indexOf(level) >= LEVELS.indexOf(than);
    }

    private static AlarmDefinition of(
            String kind,
            String nameZh,
            String nameEn,
            String level,
            String priority,
            long offDelayMillis,
            Closing closing,
            boolean lifeSafety,
            String basis) {
        return new AlarmDefinition(
                kind, nameZh, nameEn, level, priority, 0, offDelayMillis, closing, lifeSafety, basis);
    }
}
