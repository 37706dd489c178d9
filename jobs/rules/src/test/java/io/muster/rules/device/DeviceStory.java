package io.muster.rules.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.context.Command;
import io.muster.rules.context.GatePass;
import io.muster.rules.context.Notice;
import io.muster.rules.identify.FeedHeard;
import io.muster.rules.identify.StatusReport;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagSpot;
import io.muster.rules.person.PersonNotice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tags, their people, their vendors and what is found about them, driven as the stage does. Times are {@code 90s} or {@code 90.5s} from the
 * beginning; a place is {@code x,y}, with an accuracy of half a metre. Everybody is in the watched zone {@code unit} unless a story says otherwise.
 */
final class DeviceStory {
    private static final String PLAN = "v1";

    private final DeviceOptions options;
    private final Map<String, Driven<DeviceState, TagSeen, DeviceOutput>> tags = new TreeMap<>();
    private final Map<String, Driven<PersonDeviceState, PersonInput, PersonOutput>> persons = new TreeMap<>();
    private final Map<String, Driven<VendorState, VendorInput, Finding>> vendors = new TreeMap<>();
    private final Driven<SwapState, TagNews, Finding> swaps;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, TagSpot> spots = new HashMap<>();
    private final Map<String, String> carriers = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<PersonNotice> notices = new ArrayList<>();
    private final Map<String, Boolean> unknown = new HashMap<>();
    private List<String> fences = List.of("unit");
    private boolean watched = true;
    private double accuracy = 0.5;
    private long seq;

    DeviceStory(DeviceOptions options) {
        this.options = options.under(PLAN);
        this.swaps = new Driven<>(new SwapRule(this.options));
    }

    static DeviceStory standard() {
        return new DeviceStory(DeviceOptions.standard());
    }

    static long millis(String time) {
        return Math.round(Double.parseDouble(time.substring(0, time.length() - 1)) * 1000);
    }

    /** From now on what is seen is seen where nobody is watched over. */
    DeviceStory unwatched() {
        watched = false;
        fences = List.of();
        return this;
    }

    DeviceStory watched() {
        watched = true;
        fences = List.of("unit");
        return this;
    }

    DeviceStory accuracy(double metres) {
        accuracy = metres;
        return this;
    }

    DeviceStory carries(String person, String... carried) {
        for (String tag : carried) {
            carriers.put(key(tag), person);
            unknown.put(key(tag), false);
        }
        return this;
    }

    DeviceStory nobodyCarries(String... carried) {
        for (String tag : carried) {
            carriers.put(key(tag), "?" + key(tag));
            unknown.put(key(tag), true);
        }
        return this;
    }

    DeviceStory heard(String at, String tag, String place) {
        return news(at, tag, TagNews.Kind.HEARD, spot(at, place, accuracy), null, null);
    }

    DeviceStory silent(String at, String tag) {
        return news(at, tag, TagNews.Kind.SILENT, spots.get(key(tag)), null, null);
    }

    DeviceStory gone(String at, String tag) {
        return news(at, tag, TagNews.Kind.GONE, spots.get(key(tag)), null, null);
    }

    /** From where it was heard last to this place. */
    DeviceStory jumps(String at, String tag, String place) {
        return news(at, tag, TagNews.Kind.JUMPED, spot(at, place, accuracy), spots.get(key(tag)), null);
    }

    /** So long after its jump it is here. */
    DeviceStory settles(String at, String tag, String place) {
        return news(at, tag, TagNews.Kind.SETTLED, spot(at, place, accuracy), null, null);
    }

    DeviceStory clockWrong(String at, String tag) {
        return news(at, tag, TagNews.Kind.CLOCK_WRONG, spots.get(key(tag)), null, null);
    }

    DeviceStory clockRight(String at, String tag) {
        return news(at, tag, TagNews.Kind.CLOCK_RIGHT, spots.get(key(tag)), null, null);
    }

    /** Words: {@code 12%}, {@code pressed}, {@code released}, {@code still}, {@code moving}, {@code fallen}, {@code up}. Said 200 ms before it came. */
    DeviceStory says(String at, String tag, String words) {
        return news(at, tag, TagNews.Kind.STATUS, spots.get(key(tag)), null, status(at, tag, words));
    }

    static StatusReport status(String at, String tag, String words) {
        Integer battery = null;
        Boolean pressed = null;
        Boolean still = null;
        Boolean fall = null;
        for (String word : words.split(" ")) {
            switch (word) {
                case "pressed", "released" -> pressed = word.equals("pressed");
                case "still", "moving" -> still = word.equals("still");
                case "fallen", "up" -> fall = word.equals("fallen");
                case "" -> {}
                default -> battery = Integer.valueOf(word.substring(0, word.length() - 1));
            }
        }
        return new StatusReport(
                "s",
                "north",
                tag,
                key(tag),
                battery,
                pressed,
                still,
                fall,
                millis(at) - 200,
                millis(at),
                "provider-status.north",
                3,
                7);
    }

    DeviceStory passesIn(String at, String person) {
        return passes(at, person, true);
    }

    DeviceStory passesOut(String at, String person) {
        return passes(at, person, false);
    }

    private DeviceStory passes(String at, String person, boolean in) {
        return notice(notice(at, new GatePass("p", "gate", person, in), null));
    }

    DeviceStory released(String at, String person, String by) {
        return notice(notice(at, null, command("release", "trackable", person, by)));
    }

    static Command command(String command, String targetType, String target, String by) {
        return new Command("c", command, targetType, target, by, null, null, null, List.of(), null);
    }

    /** It happened 300 ms before it came. */
    static Notice notice(String at, @Nullable GatePass pass, @Nullable Command command) {
        long time = millis(at);
        String origin = pass == null ? "alarm-commands" : "gate-passes";
        return new Notice("s", null, null, null, pass, command, time, time - 300, origin, 1, 9);
    }

    DeviceStory notice(Notice notice) {
        wake(notice.timeMillis() - 1);
        PersonInput input = PersonInput.of(notice);
        if (input != null) {
            person(input.trackableId()).give(input);
        }
        collect();
        return this;
    }

    /** The first record of the span in which this moment is. */
    DeviceStory feed(String at, String vendor) {
        long time = millis(at);
        wake(time - 1);
        vendor(vendor).give(VendorInput.of(new FeedHeard("s", vendor, time, "location-updates." + vendor, 0, ++seq)));
        collect();
        return this;
    }

    DeviceStory news(
            String at,
            String tag,
            TagNews.Kind kind,
            @Nullable TagSpot spot,
            @Nullable TagSpot before,
            @Nullable StatusReport status) {
        return news(new TagNews(
                "s",
                tag,
                key(tag),
                "north",
                carriers.getOrDefault(key(tag), "of-" + key(tag)),
                unknown.getOrDefault(key(tag), false),
                kind,
                spot,
                before,
                status,
                millis(at),
                ++seq));
    }

    DeviceStory news(TagNews news) {
        wake(news.timeMillis() - 1);
        if (news.spot() != null) {
            spots.put(news.providerKey(), news.spot());
        }
        tags.computeIfAbsent(news.providerKey(), t -> new Driven<>(new DeviceRule(options)))
                .give(new TagSeen(news, PLAN, fences, watched));
        passOn();
        VendorInput ofVendor = VendorInput.of(news);
        if (ofVendor != null) {
            vendor(ofVendor.vendor()).give(ofVendor);
        }
        if (SwapRule.concerns(news)) {
            swaps.give(news);
        }
        collect();
        return this;
    }

    /** Time comes to this moment, with all wake-ups. */
    DeviceStory until(String at) {
        wake(millis(at));
        return this;
    }

    private void wake(long millis) {
        tags.values().forEach(each -> each.wakeUpTo(millis));
        passOn();
        persons.values().forEach(each -> each.wakeUpTo(millis));
        vendors.values().forEach(each -> each.wakeUpTo(millis));
        swaps.wakeUpTo(millis);
        collect();
    }

    private void passOn() {
        tags.forEach((key, tag) -> fresh("tag " + key, tag.told()).forEach(each -> {
            if (each.finding() != null) {
                findings.add(each.finding());
            }
            if (each.seen() != null) {
                PersonInput input = PersonInput.of(each.seen());
                person(input.trackableId()).give(input);
            }
        }));
    }

    private void collect() {
        persons.forEach((id, person) -> fresh("person " + id, person.told()).forEach(each -> {
            if (each.finding() != null) {
                findings.add(each.finding());
            }
            if (each.notice() != null) {
                notices.add(each.notice());
            }
        }));
        vendors.forEach((id, vendor) -> findings.addAll(fresh("vendor " + id, vendor.told())));
        findings.addAll(fresh("swaps", swaps.told()));
        findings.forEach(each -> assertEquals(PLAN, each.planVersion(), () -> "plan of " + each));
    }

    private Driven<PersonDeviceState, PersonInput, PersonOutput> person(String id) {
        return persons.computeIfAbsent(id, p -> new Driven<>(new PersonDeviceRule(options)));
    }

    private Driven<VendorState, VendorInput, Finding> vendor(String id) {
        return vendors.computeIfAbsent(id, v -> new Driven<>(new VendorRule(options)));
    }

    private <E> List<E> fresh(String who, List<E> told) {
        int from = taken.getOrDefault(who, 0);
        taken.put(who, told.size());
        return List.copyOf(told.subList(from, told.size()));
    }

    /** All findings, one line each. */
    List<String> told() {
        return findings.stream().map(DeviceStory::text).toList();
    }

    List<Finding> findings() {
        return findings;
    }

    /** What people are said to do, one line each. */
    List<String> noticed() {
        return notices.stream()
                .map(each -> seconds(each.timeMillis()) + " " + each.trackableId() + " " + each.kind()
                        + (each.fenceId() == null ? "" : " at " + each.fenceId())
                        + (each.by() == null ? "" : " by " + each.by()))
                .toList();
    }

    List<PersonNotice> notices() {
        return notices;
    }

    /** What is remembered of tags, people and swaps. A vendor is remembered for ever. */
    List<String> leftOver() {
        List<String> left = new ArrayList<>();
        tags.forEach((key, tag) -> left(left, "tag " + key, tag));
        persons.forEach((id, person) -> left(left, "person " + id, person));
        left(left, "swaps", swaps);
        return left;
    }

    private static void left(List<String> left, String what, Driven<?, ?, ?> driven) {
        if (driven.state() != null || driven.wakeAt() != null) {
            left.add(what);
        }
    }

    @Nullable
    Long wakeOfTag(String tag) {
        Driven<DeviceState, TagSeen, DeviceOutput> driven = tags.get(key(tag));
        return driven == null ? null : driven.wakeAt();
    }

    /** The tags of a person that are remembered. */
    List<String> tagsOf(String id) {
        PersonDeviceState state = person(id).state();
        return state == null
                ? List.of()
                : state.tags().stream().map(CarriedTag::providerId).toList();
    }

    @Nullable
    Long wakeOfPerson(String id) {
        return person(id).wakeAt();
    }

    static String key(String tag) {
        return tag.replace(":", "").toUpperCase(Locale.ROOT);
    }

    static TagSpot spot(String at, String place) {
        return spot(at, place, 0.5);
    }

    private static TagSpot spot(String at, String place, double accuracy) {
        String[] xy = place.split(",");
        return new TagSpot(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]), 0, 0.0, accuracy, millis(at));
    }

    static String text(Finding f) {
        String numbers = f.limit() == null && f.observed() == null ? "" : " " + f.observed() + "/" + f.limit();
        return seconds(f.timeMillis())
                + (f.active() ? " " : " ended ")
                + f.kind()
                + " "
                + f.subjectId()
                + " of "
                + String.join(" ", f.trackableIds())
                + " since "
                + seconds(f.onsetMillis())
                + numbers;
    }

    static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis / 1000.0 + "s";
    }
}
