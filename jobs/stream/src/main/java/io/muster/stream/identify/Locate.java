package io.muster.stream.identify;

import io.muster.contract.codec.Ids;
import io.muster.contract.people.Person;
import io.muster.contract.plan.PlanFence;
import io.muster.geometry.FrameException;
import io.muster.geometry.SiteFrame;
import io.muster.rules.identify.Mark;
import io.muster.rules.identify.Report;
import io.muster.stream.decode.Rejects;
import io.muster.stream.decode.Reported;
import io.muster.stream.engine.Referenced;
import io.muster.stream.reference.People;
import io.muster.stream.reference.PlanView;
import io.muster.stream.reference.References;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who carries the tag, and where that is in metres of the site, by what is in force at the ordering time. */
final class Locate implements Referenced<Reported, Report> {
    private static final long serialVersionUID = 1;

    /** What a tag says of itself has no place. */
    private static final Spot NOWHERE = new Spot(0, 0, 0, null, 0);

    private record Spot(
            double x, double y, double z, @Nullable Double floor, double accuracyMetres) {}

    @Override
    public @Nullable Report look(Reported in, References references, Side side) {
        PlanView plan = references.planAt(in.site(), in.timeMillis());
        Spot spot;
        try {
            spot = in.status() != null
                    ? NOWHERE
                    : in.beacon() == null ? place(in, plan) : beacon(in, in.beacon(), plan);
        } catch (NoPlace | FrameException e) {
            String why = e instanceof NoPlace ? "unknown_beacon" : "unknown_place";
            reject(in, why, String.valueOf(e.getMessage()), side);
            return null;
        }
        Person person = references.carrierAt(in.site(), in.providerKey(), in.timeMillis());
        List<Mark> marks = new ArrayList<>(2);
        if (person == null && references.knowsPeople(in.site(), in.timeMillis())) {
            marks.add(Mark.UNKNOWN_TAG);
        }
        if (in.key() == null) {
            marks.add(Mark.NULL_KEY);
        }
        return new Report(
                in.site(),
                person == null ? Ids.uuid5(in.site(), "provider", in.providerKey()) : person.id(),
                People.who(person),
                in.providerId(),
                in.providerKey(),
                in.vendor(),
                in.technology(),
                spot.x(),
                spot.y(),
                spot.z(),
                spot.floor(),
                spot.accuracyMetres(),
                in.timeMillis(),
                in.generatedMillis(),
                in.arrivalMillis(),
                in.origin(),
                in.partition(),
                in.offset(),
                marks,
                in.status());
    }

    private static Spot place(Reported in, @Nullable PlanView plan) {
        SiteFrame frame = plan == null ? SiteFrame.localOnly() : plan.plan().frame();
        double[] local = frame.toLocal(in.crs(), in.first(), in.second());
        return new Spot(local[0], local[1], in.z(), in.floor(), accuracy(in));
    }

    private static Spot beacon(Reported in, String source, @Nullable PlanView plan) throws NoPlace {
        PlanFence beacon = plan == null ? null : plan.plan().beacon(source);
        if (beacon == null) {
            throw new NoPlace("source '" + source + "' is no beacon of the plan in force");
        }
        double[] at = beacon.zone().shape().centroid();
        double radius = beacon.zone().shape().radius().orElse(accuracy(in));
        return new Spot(at[0], at[1], 0, beacon.zone().floor(), radius);
    }

    /** A beacon was heard that nobody surveyed. */
    private static final class NoPlace extends Exception {
        private static final long serialVersionUID = 1;

        NoPlace(String message) {
            super(message);
        }
    }

    /** A vendor that gives no accuracy gets the usual one of its technology, radius at 68 %. */
    private static double accuracy(Reported in) {
        Double given = in.accuracyMetres();
        if (given != null && given > 0) {
            return given;
        }
        return switch (in.technology()) {
            case UWB -> 0.5;
            case BLE -> 3;
            case GNSS, OTHER -> 5;
        };
    }

    private static void reject(Reported in, String reason, String detail, Side side) {
        side.output(
                Rejects.TAG,
                Rejects.of(
                        in.site(),
                        in.vendor(),
                        reason,
                        detail,
                        in.origin(),
                        in.partition(),
                        in.offset(),
                        in.arrivalMillis(),
                        in.key(),
                        in.original()));
    }
}
