package io.muster.rules.identify;

import io.muster.rules.alarm.Driven;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One tag and what is news of it. Times are {@code 12.5s} from the beginning; a fix arrives when it is ordered, and was made then unless a story says otherwise. */
final class TagStory {
    private final Driven<TagState, Report, Identified> tag =
            new Driven<>(new IdentifyRule(ClockOptions.standard(), TagOptions.standard()));
    private String carrier = "A";
    private boolean unknown;
    private String vendor = "north";
    private String written = "T1";
    private double accuracy = 0.5;
    private long offset;

    static long millis(String time) {
        return Math.round(Double.parseDouble(time.substring(0, time.length() - 1)) * 1000);
    }

    TagStory carriedBy(String person) {
        carrier = person;
        unknown = false;
        return this;
    }

    TagStory carriedByNobody() {
        carrier = "?T1";
        unknown = true;
        return this;
    }

    TagStory by(String reporter, String writes) {
        vendor = reporter;
        written = writes;
        return this;
    }

    TagStory accuracy(double metres) {
        accuracy = metres;
        return this;
    }

    TagStory fix(String at, String place) {
        return made(at, at, place);
    }

    /** @param made by the vendor's clock */
    TagStory made(String at, String made, String place) {
        return give(at, millis(made), place, null);
    }

    TagStory says(String at, String words) {
        StatusReport status = new StatusReport(
                "s",
                vendor,
                written,
                "T1",
                null,
                words.equals("pressed"),
                null,
                null,
                millis(at),
                millis(at),
                "p",
                0,
                3);
        return give(at, millis(at), "0,0", status);
    }

    private TagStory give(String at, long made, String place, @Nullable StatusReport status) {
        String[] xy = place.split(",");
        tag.give(new Report(
                "s",
                carrier,
                Who.of(null, unknown ? Who.UNKNOWN_TYPE : "01"),
                written,
                "T1",
                vendor,
                Technology.UWB,
                Double.parseDouble(xy[0]),
                Double.parseDouble(xy[1]),
                0,
                1.0,
                accuracy,
                millis(at),
                made,
                millis(at),
                "location-updates.north",
                0,
                ++offset,
                unknown ? List.of(Mark.UNKNOWN_TAG) : List.of(),
                status));
        return this;
    }

    TagStory until(String at) {
        tag.wakeUpTo(millis(at));
        return this;
    }

    @Nullable
    Long wakeAt() {
        return tag.wakeAt();
    }

    List<TagNews> news() {
        return tag.told().stream()
                .map(Identified::news)
                .filter(Objects::nonNull)
                .toList();
    }

    /** How many fixes came out. */
    long fixes() {
        return tag.told().stream().filter(each -> each.fix() != null).count();
    }

    /** All news, one line each. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        for (TagNews each : news()) {
            TagSpot from = each.before();
            TagSpot spot = each.spot();
            told.add(each.timeMillis() / 1000.0 + " " + each.kind() + " " + each.trackableId()
                    + (each.unknown() ? "?" : "")
                    + (from == null || spot == null
                            ? ""
                            : " " + from.x() + "," + from.y() + " to " + spot.x() + "," + spot.y()));
        }
        return told;
    }
}
