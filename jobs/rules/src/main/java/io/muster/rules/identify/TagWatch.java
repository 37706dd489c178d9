package io.muster.rules.identify;

import io.muster.rules.Step;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is news of a tag: heard, silent, carried by somebody else, jumped, settled, clock wrong or right, and what it says of itself. */
final class TagWatch implements Serializable {
    private static final long serialVersionUID = 1;

    private final TagOptions options;

    TagWatch(TagOptions options) {
        this.options = options;
    }

    Step<TagState, Identified> heard(
            @Nullable TagState state, Report report, Identified identified, Fix fix, int behindInARow) {
        TagState was = state == null ? nothing(report) : state;
        long time = fix.timeMillis();
        boolean unknown = fix.marks().contains(Mark.UNKNOWN_TAG);
        boolean isWrong = fix.marks().contains(Mark.CLOCK_FAULT);
        TagSpot before = was.spot();
        TagSpot spot = new TagSpot(fix.x(), fix.y(), fix.z(), fix.floor(), fix.accuracyMetres(), fix.eventMillis());
        long spotSince = Math.min(report.eventMillis(), fix.eventMillis());
        if (before != null && spot.fixMillis() < before.fixMillis()) {
            spot = before;
            // Held back for long, and yet not the newest: one of the two times is wrong.
            spotSince = isLate(fix) ? Math.min(was.spotSinceMillis(), spotSince) : was.spotSinceMillis();
        } else if (before != null && isLate(fix)) {
            spotSince = Math.min(was.spotSinceMillis(), spotSince);
        }
        boolean isSame = fix.trackableId().equals(was.trackableId()) && unknown == was.unknown();
        boolean isBack = was.heardMillis() == null;
        Long clockWrong = was.clockWrongMillis();
        boolean isRightAgain = !isWrong && clockWrong != null && time - clockWrong >= options.clockRightMillis();
        boolean isJump = before != null
                && isSame
                && isJump(before, was.spotSinceMillis(), spot, isLate(fix) ? time : spot.fixMillis());
        Long jumped = isBack || !isSame ? null : was.jumpedMillis();
        boolean isSettled = !isJump && jumped != null && time - jumped >= options.settledAfterMillis();
        long newest =
                was.lastEventMillis() == null ? fix.eventMillis() : Math.max(was.lastEventMillis(), fix.eventMillis());
        TagState now = new TagState(
                was.site(),
                was.providerKey(),
                behindInARow,
                newest,
                fix.trackableId(),
                unknown,
                fix.providerId(),
                isBack ? fix.vendor() : was.vendor(),
                spot,
                spotSince,
                was.heardMillis() == null ? time : Math.max(time, was.heardMillis()),
                isWrong ? Long.valueOf(time) : isRightAgain ? null : clockWrong,
                isJump ? Long.valueOf(time) : isSettled ? null : jumped,
                was.wakeMillis() == null ? Long.valueOf(time + options.silentAfterMillis()) : was.wakeMillis(),
                was.seq());
        if (isSame && !isBack && !isJump && !isSettled && !isRightAgain && !(isWrong && clockWrong == null)) {
            return Step.of(now, List.of(identified), now.wakeMillis());
        }
        Telling telling = new Telling(now, time);
        telling.add(identified);
        if (!isSame && was.trackableId() != null && !isBack) {
            telling.tell(TagNews.Kind.GONE, was.trackableId(), was.unknown(), before, null, null);
        }
        if (isBack || !isSame) {
            telling.tell(TagNews.Kind.HEARD, null, null);
        }
        if (isWrong && clockWrong == null) {
            telling.tell(TagNews.Kind.CLOCK_WRONG, null, null);
        } else if (isRightAgain) {
            telling.tell(TagNews.Kind.CLOCK_RIGHT, null, null);
        }
        if (isJump) {
            telling.tell(TagNews.Kind.JUMPED, before, null);
        } else if (isSettled) {
            telling.tell(TagNews.Kind.SETTLED, null, null);
        }
        return telling.step();
    }

    Step<TagState, Identified> status(@Nullable TagState state, Report report, StatusReport status) {
        TagState was = state == null ? nothing(report) : state;
        Telling telling = new Telling(was, report.timeMillis());
        telling.tell(
                TagNews.Kind.STATUS,
                report.trackableId(),
                report.marks().contains(Mark.UNKNOWN_TAG),
                was.spot(),
                null,
                status);
        return telling.step();
    }

    Step<TagState, Identified> look(TagState state, long nowMillis) {
        Long heard = state.heardMillis();
        if (heard == null) {
            return Step.of(state, List.of());
        }
        long due = heard + options.silentAfterMillis();
        if (nowMillis < due) {
            return Step.of(woken(state, heard, state.clockWrongMillis(), state.jumpedMillis(), due), List.of(), due);
        }
        Telling telling = new Telling(woken(state, null, null, null, null), nowMillis);
        if (state.clockWrongMillis() != null) {
            telling.tell(TagNews.Kind.CLOCK_RIGHT, null, null);
        }
        telling.tell(TagNews.Kind.SILENT, null, null);
        return telling.step();
    }

    /** Whether the time of the fix may be wrong: by when it was heard it was made at the latest. */
    private static boolean isLate(Fix fix) {
        return fix.marks().contains(Mark.LATE) || fix.marks().contains(Mark.CLOCK_FAULT);
    }

    /**
     * @param sinceMillis since when it may have been on its way
     * @param atMillis by which the tag had gone there
     */
    private boolean isJump(TagSpot from, long sinceMillis, TagSpot to, long atMillis) {
        double seconds = Math.max(0, atMillis - sinceMillis) / 1000.0;
        return from.distanceTo(to)
                > options.jumpMetres()
                        + from.accuracyMetres()
                        + to.accuracyMetres()
                        + options.jumpMetresPerSecond() * seconds;
    }

    private static TagState nothing(Report report) {
        return new TagState(
                report.site(),
                report.providerKey(),
                0,
                null,
                null,
                false,
                report.providerId(),
                report.vendor(),
                null,
                0,
                null,
                null,
                null,
                null,
                0);
    }

    private static TagState woken(
            TagState was,
            @Nullable Long heard,
            @Nullable Long clockWrong,
            @Nullable Long jumped,
            @Nullable Long wakeMillis) {
        return new TagState(
                was.site(),
                was.providerKey(),
                was.behindInARow(),
                was.lastEventMillis(),
                was.trackableId(),
                was.unknown(),
                was.providerId(),
                was.vendor(),
                was.spot(),
                was.spotSinceMillis(),
                heard,
                clockWrong,
                jumped,
                wakeMillis,
                was.seq());
    }

    /** News of one tag at one moment, numbered. */
    private static final class Telling {
        private final TagState state;
        private final long timeMillis;
        private final List<Identified> events = new ArrayList<>(3);
        private long seq;

        Telling(TagState state, long timeMillis) {
            this.state = state;
            this.timeMillis = timeMillis;
            this.seq = state.seq();
        }

        void add(Identified fix) {
            events.add(fix);
        }

        /** Of the person who carries it now. */
        void tell(TagNews.Kind kind, @Nullable TagSpot before, @Nullable StatusReport status) {
            String carrier = state.trackableId();
            if (carrier != null) {
                tell(kind, carrier, state.unknown(), state.spot(), before, status);
            }
        }

        void tell(
                TagNews.Kind kind,
                String carrier,
                boolean unknown,
                @Nullable TagSpot spot,
                @Nullable TagSpot before,
                @Nullable StatusReport status) {
            events.add(new Identified(
                    null,
                    null,
                    new TagNews(
                            state.site(),
                            state.providerId(),
                            state.providerKey(),
                            state.vendor(),
                            carrier,
                            unknown,
                            kind,
                            spot,
                            before,
                            status,
                            timeMillis,
                            ++seq)));
        }

        Step<TagState, Identified> step() {
            TagState next = new TagState(
                    state.site(),
                    state.providerKey(),
                    state.behindInARow(),
                    state.lastEventMillis(),
                    state.trackableId(),
                    state.unknown(),
                    state.providerId(),
                    state.vendor(),
                    state.spot(),
                    state.spotSinceMillis(),
                    state.heardMillis(),
                    state.clockWrongMillis(),
                    state.jumpedMillis(),
                    state.wakeMillis(),
                    seq);
            return Step.of(next, events, state.wakeMillis());
        }
    }
}
