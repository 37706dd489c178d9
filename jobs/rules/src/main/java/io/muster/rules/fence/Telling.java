package io.muster.rules.fence;

import io.muster.rules.fuse.Position;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.place.GateAt;
import io.muster.rules.place.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what became of the zones of a person at one instant. */
final class Telling {
    private final FenceState before;
    /** Where the person is, as far as is known. */
    private final Position at;
    /** As they were known before. */
    private final @Nullable Who knownAs;

    private final String planVersion;
    private final long timeMillis;
    private final long eventMillis;
    private final @Nullable Long heardMillis;
    private final @Nullable String by;
    private final @Nullable NoticeAt notice;
    private final List<Stay> stays = new ArrayList<>();
    private final List<FenceOutput> outputs = new ArrayList<>();
    private final TreeMap<String, Entered> lately = new TreeMap<>();
    private final long againMillis;
    private boolean entered;
    private long seq;

    private Telling(
            FenceState before,
            Position at,
            String planVersion,
            long timeMillis,
            long eventMillis,
            @Nullable Long heardMillis,
            @Nullable NoticeAt notice,
            FenceOptions options) {
        this.againMillis = options.againMillis();
        for (Entered each : before.entered()) {
            if (timeMillis < each.atMillis() + againMillis) {
                lately.put(each.fenceId(), each);
            }
        }
        this.before = before;
        this.at = at;
        this.knownAs = before.last() == null ? null : before.last().who();
        this.planVersion = planVersion;
        this.timeMillis = timeMillis;
        this.eventMillis = eventMillis;
        this.heardMillis = heardMillis;
        this.notice = notice;
        this.by = notice == null ? null : notice.notice().by();
        this.seq = before.seq();
    }

    static Telling fix(FenceState state, Position at, String planVersion, FenceOptions options) {
        return new Telling(state, at, planVersion, at.timeMillis(), at.eventMillis(), at.timeMillis(), null, options);
    }

    /** At the last position; of somebody who is in no zone, at the gate. */
    static Telling notice(FenceState state, NoticeAt notice, FenceOptions options) {
        Position last = state.last();
        return new Telling(
                state,
                last == null ? atGate(notice) : last,
                last == null || !notice.planVersion().isEmpty() ? notice.planVersion() : state.planVersion(),
                notice.timeMillis(),
                notice.eventMillis(),
                state.heardMillis(),
                notice,
                options);
    }

    /** @param last of somebody who is somewhere */
    static Telling wake(FenceState state, Position last, long nowMillis, FenceOptions options) {
        return new Telling(state, last, state.planVersion(), nowMillis, nowMillis, state.heardMillis(), null, options);
    }

    private static Position atGate(NoticeAt notice) {
        GateAt gate = notice.gate();
        return new Position(
                notice.notice().site(),
                notice.notice().trackableId(),
                notice.who(),
                "",
                Technology.OTHER,
                gate == null ? 0 : gate.x(),
                gate == null ? 0 : gate.y(),
                0,
                gate == null ? null : gate.floor(),
                gate == null ? 0 : gate.radiusMetres(),
                null,
                notice.timeMillis(),
                notice.eventMillis(),
                0,
                List.<Mark>of());
    }

    void take(Move move) {
        Stay next = move.next();
        Move.Change change = move.change();
        Long still =
                next == null || !next.traits().motionWatched() || !next.phase().entered() ? null : stillSince();
        if (next != null && change == null && next.phase().entered()) {
            if (!Objects.equals(next.stillSinceMillis(), still)) {
                change = same(next, Move.MOVEMENT);
            } else if (knownAs != null && !knownAs.equals(at.who())) {
                change = same(next, Move.PERSON);
            }
        }
        if (next != null) {
            stays.add(Objects.equals(next.stillSinceMillis(), still) ? next : next.still(still));
        }
        if (change != null) {
            entered |= change.crossing() == Crossing.ENTRY
                    && next != null
                    && next.traits().behindGates();
            outputs.add(FenceOutput.of(told(change, ++seq)));
            remember(change);
        }
    }

    /** In and out between two fixes; of somebody who is counted there already it says nothing new. */
    void passed(Passage passage) {
        for (Stay stay : stays) {
            if (stay.fenceId().equals(passage.fenceId())) {
                return;
            }
        }
        String fence = passage.fenceId();
        long since = passage.enteredMillis();
        Move.Change in =
                new Move.Change(fence, Presence.ABSENT, Presence.CONFIRMED, Crossing.ENTRY, Move.CROSSING, since);
        Move.Change out =
                new Move.Change(fence, Presence.CONFIRMED, Presence.ABSENT, Crossing.EXIT, Move.CROSSING, since);
        outputs.add(FenceOutput.of(told(in, ++seq, passage.enteredMillis(), passage)));
        outputs.add(FenceOutput.of(told(out, ++seq, passage.leftMillis(), passage)));
    }

    private void remember(Move.Change change) {
        if (change.crossing() == Crossing.ENTRY
                && againMillis > 0
                && change.reason().equals(Move.CROSSING)) {
            lately.put(change.fenceId(), new Entered(change.fenceId(), timeMillis));
        }
    }

    private static Move.Change same(Stay stay, String reason) {
        return new Move.Change(stay.fenceId(), stay.told(), stay.told(), null, reason, stay.sinceMillis());
    }

    private @Nullable Long stillSince() {
        Word word = before.word();
        return word.sensed() ? word.stillSinceMillis() : at.standingSinceMillis();
    }

    void refuse(String why) {
        NoticeAt refused = notice;
        if (refused != null) {
            outputs.add(FenceOutput.of(new Refusal(
                    refused.notice().site(),
                    refused.notice().trackableId(),
                    by == null ? "" : by,
                    "release: " + refused.notice().trackableId() + " " + why,
                    timeMillis,
                    refused.origin(),
                    refused.partition(),
                    refused.offset())));
        }
    }

    boolean changed() {
        return seq > before.seq();
    }

    boolean enteredBehindGates() {
        return entered;
    }

    List<FenceOutput> outputs() {
        return List.copyOf(outputs);
    }

    FenceState state(Word word) {
        return stays.isEmpty()
                ? new FenceState(null, "", List.of(), seq, word, List.copyOf(lately.values()), heardMillis)
                : new FenceState(
                        at, planVersion, List.copyOf(stays), seq, word, List.copyOf(lately.values()), heardMillis);
    }

    private PresenceChange told(Move.Change change, long number) {
        return told(change, number, eventMillis, null);
    }

    /** @param passage where it was between two fixes; null = at the fix */
    private PresenceChange told(Move.Change change, long number, long happened, @Nullable Passage passage) {
        long dwell = change.crossing() == Crossing.EXIT ? Math.max(0, happened - change.sinceMillis()) : 0;
        return new PresenceChange(
                at.site(),
                change.fenceId(),
                at.trackableId(),
                at.who(),
                change.from(),
                change.to(),
                change.crossing(),
                change.reason(),
                by,
                change.sinceMillis(),
                at.providerId(),
                at.technology(),
                passage == null ? at.x() : passage.x(),
                passage == null ? at.y() : passage.y(),
                at.floor(),
                at.accuracyMetres(),
                at.eventMillis(),
                stillSince(),
                dwell,
                planVersion,
                at.marks(),
                timeMillis,
                happened,
                number);
    }
}
