package io.muster.rules.gathering;

import io.muster.rules.alarm.Driven;
import io.muster.rules.alarm.Finding;
import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.risk.RiskInput;
import io.muster.rules.risk.RiskOptions;
import io.muster.rules.risk.RiskOutput;
import io.muster.rules.risk.RiskRule;
import io.muster.rules.risk.RiskState;
import io.muster.rules.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A floor on which people stand and walk, each sampled every second at an offset of their own; starts at 0 s. */
final class Yard {
    final Driven<GatheringState, Sample, GatheringOutput> floor;
    private final Map<String, double[]> places = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private @Nullable Random noise;
    private double sigmaMetres;
    private double accuracyMetres = 0.3;
    private double heightOfA;
    private double height;
    private long everyMillis = 1_000;
    private long now;

    Yard(GatheringOptions options) {
        floor = new Driven<>(new GatheringRule(options));
    }

    static Yard cycle(long cycleMillis) {
        return new Yard(GatheringOptions.cycle(cycleMillis));
    }

    Yard noise(long seed, double sigma, double accuracy, long every) {
        noise = new Random(seed);
        sigmaMetres = sigma;
        accuracyMetres = accuracy;
        everyMillis = every;
        return this;
    }

    Yard accuracy(double metres) {
        accuracyMetres = metres;
        return this;
    }

    /** A stands at this height, everybody else so much above A, m. */
    Yard heights(double ofA, double above) {
        heightOfA = ofA;
        height = ofA + above;
        return this;
    }

    /** From now on the person stands there. */
    Yard stands(String person, double x, double y) {
        places.put(person, new double[] {x, y});
        return this;
    }

    /** No samples from now on. */
    Yard silent(String person) {
        places.remove(person);
        return this;
    }

    /** To another floor, at this moment. */
    Yard leaves(String person) {
        places.remove(person);
        floor.give(sample(person, 0, 0, now, true, false));
        return this;
    }

    Yard exempt(String person) {
        places.remove(person);
        floor.give(sample(person, 0, 0, now, false, true));
        return this;
    }

    /** Time goes on to this moment: it, and the samples of it, are still to come. */
    Yard until(long millis) {
        for (; now < millis; now++) {
            for (Map.Entry<String, double[]> each : places.entrySet()) {
                String person = each.getKey();
                if (Math.floorMod(now - 10L * Math.floorMod(person.hashCode(), 10), everyMillis) == 0) {
                    double[] at = each.getValue();
                    floor.give(sample(person, at[0] + error(), at[1] + error(), now, false, false));
                }
            }
            floor.wakeUpTo(now);
        }
        return this;
    }

    long now() {
        return now;
    }

    List<GatheringChange> changes() {
        List<GatheringChange> changes = new ArrayList<>();
        for (GatheringOutput each : floor.told()) {
            GatheringChange change = each.change();
            if (change != null && !change.level().equals(GatheringChange.NONE)) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** What was told of two. */
    List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (GatheringOutput each : floor.told()) {
            GatheringChange c = each.change();
            if (c != null && c.level().equals(GatheringChange.NONE)) {
                pairs.add(c.timeMillis() + " " + c.type() + " " + c.id() + " "
                        + c.members().stream()
                                .map(GatheringChange.Member::trackableId)
                                .toList()
                        + " " + c.seq());
            }
        }
        return pairs;
    }

    /** Of gatherings, not of those that are only foreseen; where nothing surrounds them. */
    List<Finding> findings() {
        Driven<RiskState, RiskInput, RiskOutput> risk = new Driven<>(new RiskRule(RiskOptions.standard(), "v1"));
        List<Finding> findings = new ArrayList<>();
        changes().forEach(change -> risk.give(RiskInput.of(change)));
        for (RiskOutput each : risk.told()) {
            Finding finding = each.finding();
            if (finding != null && !finding.level().equals("blue")) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** What was told of groups that are no gatherings yet. */
    List<String> foreseen() {
        List<String> told = new ArrayList<>();
        for (GatheringChange c : changes()) {
            if (c.level().equals("blue")) {
                String who = c.members().stream()
                        .map(GatheringChange.Member::trackableId)
                        .toList()
                        .toString();
                told.add(c.timeMillis() + " " + c.type() + " " + who);
            }
        }
        return told;
    }

    List<Evaluation> evaluations() {
        List<Evaluation> evaluations = new ArrayList<>();
        for (GatheringOutput each : floor.told()) {
            Evaluation evaluation = each.evaluation();
            if (evaluation != null) {
                evaluations.add(evaluation);
            }
        }
        return evaluations;
    }

    /** Starts, ends, and what changed in between; repetitions left out. */
    List<String> story() {
        List<String> story = new ArrayList<>();
        Map<String, String> told = new HashMap<>();
        for (GatheringChange c : changes()) {
            if (c.level().equals("blue")) {
                continue;
            }
            List<String> ids = c.members().stream()
                    .map(GatheringChange.Member::trackableId)
                    .toList();
            String what = c.level() + " " + ids;
            if (c.type() != GatheringChange.Type.ONGOING || !what.equals(told.put(c.id(), what))) {
                story.add(c.timeMillis() + " " + c.type() + " " + what + " since " + c.startMillis());
            }
            told.put(c.id(), what);
        }
        return story;
    }

    Sample sample(String person, double x, double y, long millis, boolean left, boolean exempt) {
        return new Sample(
                "s",
                person,
                Who.of(null, "01"),
                "tag-" + person,
                Technology.UWB,
                x,
                y,
                person.equals("A") ? heightOfA : height,
                0.0,
                0,
                accuracyMetres,
                null,
                exempt,
                left,
                List.of("Z"),
                "v1",
                millis,
                millis,
                numbers.merge(person, 1L, Long::sum));
    }

    private double error() {
        return noise == null ? 0 : noise.nextGaussian() * sigmaMetres;
    }
}
