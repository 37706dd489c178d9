package io.muster.console.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/** What control rooms ask, over all days that are there. */
final class Questions {
    private static final String SITE = "/sites/" + MeasuredSite.ID;
    private static final String HISTORY = SITE + "/history";
    private static final double BOX = 150;

    private final Instant first;
    private final Instant last;
    private final int people;

    Questions(LocalDate first, Instant last, int people) {
        this.first = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.last = last;
        this.people = people;
    }

    List<Question> all() {
        return List.of(
                new Question("who am I", Promise.INTERACTIVE, random -> "/me"),
                new Question("everybody now", Promise.INTERACTIVE, random -> SITE + "/live/people"),
                new Question("a person now", Promise.INTERACTIVE, random -> SITE + "/live/people/" + person(random)),
                new Question("alarms that stand", Promise.INTERACTIVE, random -> SITE + "/live/alarms"),
                new Question("plan", Promise.INTERACTIVE, random -> SITE + "/live/plan"),
                new Question(
                        "alarms of a day",
                        Promise.SIMPLE_QUERY,
                        random -> HISTORY + "/alarms?limit=100&" + span(random, Duration.ofDays(1))),
                new Question(
                        "an alarm with its changes",
                        Promise.SIMPLE_QUERY,
                        random -> HISTORY + "/alarms/" + id(random, "alarm", 200)),
                new Question(
                        "gatherings of a day",
                        Promise.SIMPLE_QUERY,
                        random -> HISTORY + "/gatherings?" + span(random, Duration.ofDays(1))),
                new Question("tags", Promise.SIMPLE_QUERY, random -> SITE + "/live/devices"),
                new Question(
                        "permits of a month",
                        Promise.SIMPLE_QUERY,
                        random -> HISTORY + "/records?topic=permits&" + month()),
                new Question(
                        "alarms of a kind in a zone over a month",
                        Promise.COMPLEX_QUERY,
                        random -> HISTORY + "/alarms?kind=gathering&zone=" + zone(random) + "&" + month()),
                new Question(
                        "alarms of a person over a month",
                        Promise.COMPLEX_QUERY,
                        random -> HISTORY + "/alarms?person=" + person(random) + "&" + month()),
                new Question(
                        "gatherings in a zone over a month",
                        Promise.COMPLEX_QUERY,
                        random -> HISTORY + "/gatherings?zone=" + zone(random) + "&" + month()),
                new Question(
                        "a gathering played again",
                        Promise.COMPLEX_QUERY,
                        random -> HISTORY + "/gatherings/" + id(random, "gathering", 40) + "/frames"),
                new Question(
                        "everybody played again, 10 minutes",
                        Promise.COMPLEX_QUERY,
                        random -> HISTORY + "/playback?" + span(random, Duration.ofMinutes(10))),
                new Question(
                        "head counts of a zone over a day",
                        Promise.COMPLEX_QUERY,
                        random ->
                                HISTORY + "/zones/" + zone(random) + "/occupancy?" + span(random, Duration.ofDays(1))),
                new Question("who was in a box in 10 minutes", Promise.MAP_AREA, random -> area(random, 10)),
                new Question("who was in a box in an hour", Promise.MAP_AREA, random -> area(random, 60)),
                new Question(
                        "head counts now by department and zone",
                        Promise.ANALYSIS,
                        random -> SITE + "/live/headcounts"),
                new Question("gatherings now", Promise.ANALYSIS, random -> SITE + "/live/gatherings"),
                new Question(
                        "head counts at a moment",
                        Promise.ANALYSIS,
                        random -> HISTORY + "/headcounts?at=" + MeasuredSite.time(moment(random, Duration.ZERO))),
                statistics("kind"),
                statistics("zone"),
                statistics("person"),
                statistics("day"),
                new Question(
                        "track",
                        Promise.TRACK,
                        random ->
                                HISTORY + "/people/" + person(random) + "/track?" + span(random, Duration.ofHours(8))));
    }

    private Question statistics(String by) {
        return new Question(
                "alarms of a month by " + by,
                Promise.STATISTICS,
                random -> HISTORY + "/alarms/statistics?by=" + by + "&" + month());
    }

    private String area(SplittableRandom random, int minutes) {
        double x = random.nextDouble() * (MeasuredSite.WIDTH - BOX);
        double y = random.nextDouble() * (MeasuredSite.HEIGHT - BOX);
        return HISTORY + "/area?min_x=" + x + "&max_x=" + (x + BOX) + "&min_y=" + y + "&max_y=" + (y + BOX) + "&"
                + span(random, Duration.ofMinutes(minutes));
    }

    private String month() {
        return "from=" + MeasuredSite.time(first) + "&to=" + MeasuredSite.time(last);
    }

    private String span(SplittableRandom random, Duration length) {
        Instant from = moment(random, length);
        return "from=" + MeasuredSite.time(from) + "&to=" + MeasuredSite.time(from.plus(length));
    }

    /** With so much of the time that is there behind it, as far as there is so much. */
    private Instant moment(SplittableRandom random, Duration room) {
        long millis = Math.max(1, Duration.between(first, last).minus(room).toMillis());
        return first.plusMillis(random.nextLong(millis));
    }

    private String person(SplittableRandom random) {
        return MeasuredSite.person(random.nextInt(people));
    }

    private static String zone(SplittableRandom random) {
        return MeasuredSite.zone(random.nextInt(MeasuredSite.ZONES));
    }

    private String id(SplittableRandom random, String what, int aDay) {
        LocalDate day = LocalDate.ofInstant(moment(random, Duration.ZERO), ZoneOffset.UTC);
        return MeasuredSite.uuid(what + "-" + day + "-" + random.nextInt(aDay));
    }
}
