package io.muster.rules.fuse;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.estimate.EstimateOptions;
import io.muster.rules.estimate.Estimator;
import io.muster.rules.estimate.Seen;
import io.muster.rules.estimate.Track;
import io.muster.rules.fuse.FuseState.Heard;
import io.muster.rules.fuse.FuseState.Newest;
import io.muster.rules.identify.Fix;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Technology;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All tags of one person to one position; key: site and person.
 *
 * <p>A fix makes a position when it is newer in event time than the person's last one, and no better technology was heard within
 * {@link FuseOptions#bleAfterMillis()} before it. Two fixes of the same instant: the better technology, then the smaller provider id. So the
 * last position does not depend on the order in which fixes of one technology are read. A tag that says two things of one instant is believed
 * the first time; where its clock is at fault the instant is that of arrival, a burst has but one, and the later record counts.
 *
 * <p><b>Suspected jump.</b> Faster than the speed gate from the last credible position: the last credible place holds (its coordinates, floor,
 * accuracy and tag, at the time of the fix), marked {@link Mark#JUMP}, for at most {@value #HOLD_FIXES} fixes in a row and less than
 * {@value #HOLD_MILLIS} ms. The next fix after that is believed wherever it is, still marked: a person who is somewhere else must not stay
 * where they were. The accuracies of both fixes are taken off the distance, so that the spread of BLE is no speed.
 *
 * <p><b>Floor.</b> The first floor is believed at once, a change after {@link FuseOptions#floorConfirmCount()} fixes in a row that name it;
 * until then the old one holds. A fix without a floor says nothing about floors: it neither counts nor breaks the row. A held fix does not
 * either.
 */
public final class FuseRule implements Rule<FuseState, Fix, Position> {
    private static final long serialVersionUID = 1;

    static final int HOLD_FIXES = 3;
    static final long HOLD_MILLIS = 10_000;

    /** Two tags of a person report in the same instant and never agree exactly: speed is not measured over less time than this. */
    static final long SHORTEST_MILLIS = 100;

    private final boolean estimator;
    private final long lesserAfterMillis;
    private final double gateMetresPerSecond;
    private final boolean speedGate;
    private final int floorConfirmCount;
    private final boolean floorConfirmation;
    private final @Nullable Estimator estimate;

    public FuseRule(FuseOptions options) {
        this.estimator = options.estimator();
        this.lesserAfterMillis = options.bleAfterMillis();
        this.gateMetresPerSecond = options.speedGateMetresPerSecond();
        this.speedGate = options.speedGate();
        this.floorConfirmCount = options.floorConfirmCount();
        this.floorConfirmation = options.floorConfirmation();
        EstimateOptions model = options.estimate();
        this.estimate = model == null ? null : new Estimator(model);
    }

    @Override
    public Step<FuseState, Position> onInput(@Nullable FuseState before, Fix fix) {
        FuseState state = before == null ? FuseState.NOTHING : before;
        List<Heard> heard = with(state.heard(), fix);
        if (!newer(fix, state.newest()) || outranked(fix, heard)) {
            return Step.of(state.withHeard(heard), List.of());
        }
        Newest newest = new Newest(fix.providerId(), fix.technology(), fix.eventMillis());
        long seq = state.seq() + 1;
        Position credible = state.credible();
        boolean jump = credible != null && jumps(credible, fix);
        if (credible != null && jump && holds(state, fix)) {
            long since = state.jumps() == 0 ? fix.eventMillis() : state.jumpSinceMillis();
            FuseState next = new FuseState(
                    credible,
                    newest,
                    heard,
                    state.floor(),
                    state.candidateFloor(),
                    state.candidateCount(),
                    state.jumps() + 1,
                    since,
                    seq,
                    state.track());
            return Step.of(next, List.of(held(credible, fix, seq)));
        }
        FloorBelief floors = floors(state, fix);
        Track track = track(state.track(), fix, jump);
        Position position = believed(fix, track, floors.floor(), jump, seq);
        FuseState next = new FuseState(
                position, newest, heard, floors.floor(), floors.candidate(), floors.candidateCount(), 0, 0, seq, track);
        return Step.of(next, List.of(position));
    }

    private static List<Heard> with(List<Heard> heard, Fix fix) {
        List<Heard> now = new ArrayList<>();
        boolean known = false;
        for (Heard h : heard) {
            boolean same = h.technology() == fix.technology();
            known |= same;
            now.add(same && fix.eventMillis() > h.eventMillis() ? new Heard(h.technology(), fix.eventMillis()) : h);
        }
        if (!known) {
            now.add(new Heard(fix.technology(), fix.eventMillis()));
        }
        return List.copyOf(now);
    }

    private boolean newer(Fix fix, @Nullable Newest newest) {
        if (newest == null || fix.eventMillis() != newest.eventMillis()) {
            return newest == null || fix.eventMillis() > newest.eventMillis();
        }
        if (estimator && fix.technology() != newest.technology()) {
            return fix.technology().compareTo(newest.technology()) < 0;
        }
        int order = fix.providerId().compareTo(newest.providerId());
        return order < 0 || (order == 0 && fix.marks().contains(Mark.CLOCK_FAULT));
    }

    private boolean outranked(Fix fix, List<Heard> heard) {
        if (!estimator) {
            return false;
        }
        for (Heard h : heard) {
            if (better(h.technology(), fix.technology()) && fix.eventMillis() - h.eventMillis() <= lesserAfterMillis) {
                return true;
            }
        }
        return false;
    }

    private static boolean better(Technology a, Technology b) {
        return a.compareTo(b) < 0;
    }

    private boolean jumps(Position from, Fix to) {
        if (!speedGate) {
            return false;
        }
        double metres = Math.hypot(to.x() - from.x(), to.y() - from.y()) - from.accuracyMetres() - to.accuracyMetres();
        double seconds = Math.max(to.eventMillis() - from.eventMillis(), SHORTEST_MILLIS) / 1000.0;
        return metres > gateMetresPerSecond * seconds;
    }

    private static boolean holds(FuseState state, Fix fix) {
        return state.jumps() == 0
                || (state.jumps() < HOLD_FIXES && fix.eventMillis() - state.jumpSinceMillis() < HOLD_MILLIS);
    }

    private record FloorBelief(
            @Nullable Double floor, @Nullable Double candidate, int candidateCount) {}

    private FloorBelief floors(FuseState state, Fix fix) {
        Double named = fix.floor();
        if (named != null) {
            named = named + 0.0; // -0.0 is the ground floor too
        }
        if (!floorConfirmation) {
            return new FloorBelief(named, null, 0);
        }
        Double old = state.floor();
        if (named == null) {
            return new FloorBelief(old, state.candidateFloor(), state.candidateCount());
        }
        if (old == null || named.equals(old)) {
            return new FloorBelief(named, null, 0);
        }
        int count = named.equals(state.candidateFloor()) ? state.candidateCount() + 1 : 1;
        return count >= floorConfirmCount ? new FloorBelief(named, null, 0) : new FloorBelief(old, named, count);
    }

    /** Who is somewhere else after a jump is looked for there alone. */
    private @Nullable Track track(@Nullable Track before, Fix fix, boolean jump) {
        if (estimate == null) {
            return null;
        }
        Seen seen = new Seen(fix.providerId(), fix.x(), fix.y(), fix.accuracyMetres(), fix.eventMillis());
        return before == null || jump ? estimate.start(before, seen) : estimate.next(before, seen);
    }

    private static Position believed(Fix fix, @Nullable Track track, @Nullable Double floor, boolean jump, long seq) {
        return new Position(
                fix.site(),
                fix.trackableId(),
                fix.who(),
                fix.providerId(),
                fix.technology(),
                track == null ? fix.x() : track.x(),
                track == null ? fix.y() : track.y(),
                fix.z(),
                floor,
                track == null ? fix.accuracyMetres() : track.accuracyMetres(),
                track == null ? null : track.standingSinceMillis(),
                fix.timeMillis(),
                fix.eventMillis(),
                seq,
                jump ? marked(fix.marks()) : fix.marks());
    }

    private static Position held(Position credible, Fix fix, long seq) {
        return new Position(
                fix.site(),
                fix.trackableId(),
                fix.who(),
                credible.providerId(),
                credible.technology(),
                credible.x(),
                credible.y(),
                credible.z(),
                credible.floor(),
                credible.accuracyMetres(),
                credible.standingSinceMillis(),
                fix.timeMillis(),
                fix.eventMillis(),
                seq,
                marked(fix.marks()));
    }

    private static List<Mark> marked(List<Mark> marks) {
        List<Mark> all = new ArrayList<>(marks);
        if (!all.contains(Mark.JUMP)) {
            all.add(Mark.JUMP);
        }
        return List.copyOf(all);
    }
}
