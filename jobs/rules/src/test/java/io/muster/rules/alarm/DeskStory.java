package io.muster.rules.alarm;

import io.muster.rules.context.Command;
import io.muster.rules.context.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A desk, what it is given, and what it tells, in lines. */
public final class DeskStory {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** Ids that can be read: kind, subject and onset; a gathering is called g- on the wire. */
    public static final AlarmNames NAMES = new PlainNames();

    private record PlainNames() implements AlarmNames {
        @Override
        public String alarm(Finding finding, long onsetOrderMillis) {
            return finding.kind() + "/" + finding.subjectId() + "@" + onsetOrderMillis;
        }

        @Override
        public String subject(Finding finding) {
            return (finding.subjectType().equals("gathering") ? "g-" : "") + finding.subjectId();
        }
    }

    final Driven<AlarmDeskState, DeskInput, DeskOutput> desk;
    private String kind = "over_capacity";
    private String subjectType = "fence";
    private String subjectId = "Z";
    private List<String> fences = List.of("Z");
    private List<String> reasons = List.of();
    private @Nullable String vendor;
    private String stage = "occupancy";
    private long seq;
    private int commands;

    DeskStory() {
        this(AlarmOptions.defaults());
    }

    DeskStory(AlarmOptions options) {
        desk = new Driven<>(new AlarmDeskRule(options, NAMES));
    }

    /** Options of which the kinds' delays alone are not the defaults. */
    static AlarmOptions delays(Map<String, Long> on, Map<String, Long> off, Map<String, Long> again) {
        AlarmOptions d = AlarmOptions.defaults();
        return new AlarmOptions(
                d.reportMillis(),
                d.waitingReportMillis(),
                d.forgetMillis(),
                d.quietMillis(),
                d.mostShelvedMillis(),
                d.mostSilencedMillis(),
                d.suppressionHoldMillis(),
                on,
                off,
                again,
                d.escalateMillis());
    }

    /** What the next findings are about. */
    DeskStory about(String newKind, String newSubjectType, String newSubjectId, String... newFences) {
        kind = newKind;
        subjectType = newSubjectType;
        subjectId = newSubjectId;
        fences = List.of(newFences);
        reasons = List.of();
        vendor = null;
        stage = newKind.equals("sos") ? "device" : "occupancy";
        return this;
    }

    DeskStory gathering(String id, String... newFences) {
        return about("gathering", "gathering", id, newFences);
    }

    DeskStory of(String newVendor) {
        vendor = newVendor;
        return this;
    }

    DeskStory reasoned(String... newReasons) {
        reasons = List.of(newReasons);
        return this;
    }

    DeskStory holds(long millis, String level, String... people) {
        desk.give(DeskInput.of(finding(millis, true, level, people)));
        return this;
    }

    DeskStory ends(long millis, String... people) {
        desk.give(DeskInput.of(finding(millis, false, "orange", people)));
        return this;
    }

    DeskStory until(long millis) {
        desk.wakeUpTo(millis);
        return this;
    }

    /** A command in words: {@code acknowledge alarm a/b@1}, then what is asked for beside it. */
    DeskStory says(long millis, String what, Asked... asked) {
        String[] words = what.split(" ", 3);
        desk.give(command(millis, "c" + ++commands, words[0], words[1], words[2], asked));
        return this;
    }

    static DeskInput command(long millis, String id, String word, String targetType, String targetId, Asked... asked) {
        Asked all = new Asked(null, null, List.of(), null);
        for (Asked each : asked) {
            all = all.and(each);
        }
        DeskInput input = DeskInput.of(new Notice(
                "s",
                null,
                null,
                null,
                null,
                new Command(
                        id,
                        word,
                        targetType,
                        targetId,
                        "li.si",
                        "shift leader",
                        all.reason(),
                        all.until(),
                        all.kinds(),
                        all.most()),
                millis,
                millis,
                "alarm-commands",
                0,
                millis));
        return Objects.requireNonNull(input);
    }

    /** What a command may say beside its target. */
    record Asked(
            @Nullable String reason,
            @Nullable Long until,
            List<String> kinds,
            @Nullable Integer most) {
        Asked and(Asked other) {
            return new Asked(
                    other.reason == null ? reason : other.reason,
                    other.until == null ? until : other.until,
                    other.kinds.isEmpty() ? kinds : other.kinds,
                    other.most == null ? most : other.most);
        }
    }

    static Asked because(String reason) {
        return new Asked(reason, null, List.of(), null);
    }

    static Asked till(long until) {
        return new Asked(null, until, List.of(), null);
    }

    static Asked only(String... kinds) {
        return new Asked(null, null, List.of(kinds), null);
    }

    static Asked atMost(int people) {
        return new Asked(null, null, List.of(), people);
    }

    Finding finding(long millis, boolean active, String level, String... people) {
        List<String> ids = Arrays.asList(people);
        return new Finding(
                "s",
                kind,
                subjectType,
                subjectId,
                active,
                level,
                millis - 100,
                fences,
                ids,
                ids.size(),
                0,
                0,
                1.0,
                (double) ids.size(),
                "r",
                1,
                "v1",
                List.of(),
                stage,
                millis,
                millis - 100,
                ++seq,
                reasons,
                vendor);
    }

    /** Every record, those that only repeat included. */
    List<String> told() {
        return alarms().stream().map(DeskStory::text).toList();
    }

    List<String> changes() {
        return alarms().stream().filter(c -> !c.report()).map(DeskStory::text).toList();
    }

    /** State and level of the records so far, without those that only repeat. */
    List<String> states() {
        return alarms().stream()
                .filter(c -> !c.report())
                .map(c -> c.timeMillis() / SECOND + " " + c.kind() + " " + c.status() + " " + c.level())
                .toList();
    }

    List<AlarmChange> alarms() {
        return desk.told().stream()
                .map(DeskOutput::change)
                .filter(Objects::nonNull)
                .toList();
    }

    AlarmChange last() {
        List<AlarmChange> all = alarms();
        return all.get(all.size() - 1);
    }

    List<String> forgotten() {
        return desk.told().stream()
                .filter(each -> each.forgotten() != null)
                .map(each -> each.forgottenMillis() + " "
                        + Objects.requireNonNull(each.forgotten()).alarmId())
                .toList();
    }

    List<String> refused() {
        return desk.told().stream()
                .map(DeskOutput::refusal)
                .filter(Objects::nonNull)
                .map(RefusedCommand::why)
                .toList();
    }

    static String text(AlarmChange c) {
        Act cleared = c.cleared();
        return c.timeMillis() + " #" + c.seq() + (c.report() ? " again" : "") + " " + c.status() + " " + c.level() + " "
                + c.finding().trackableIds() + said(" returned ", c.returnedMillis())
                + said(" by ", cleared == null ? null : cleared.by());
    }

    private static String said(String word, @Nullable Object value) {
        return value == null ? "" : word + value;
    }
}
