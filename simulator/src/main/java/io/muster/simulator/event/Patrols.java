package io.muster.simulator.event;

import io.muster.simulator.day.Appointment;
import io.muster.simulator.day.Member;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.event.Message.PersonOf;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inspection rounds: when who is at which point, and what the inspection system says of it. */
final class Patrols {
    static final String TOPIC = "inspections";
    /** A point counts as visited so long before and after its planned time; ours, no public number. */
    static final long WINDOW_MILLIS = 300_000;
    /** At each point. */
    static final long VISIT_MILLIS = 60_000;
    /** The task is given out so long before the first point. */
    static final long TASK_BEFORE_MILLIS = 600_000;
    /** A round that would come this near to the end of the day is left out, so that everybody gets home. */
    private static final long HOME_MILLIS = 600_000;
    /** Rounds of one crew are spread evenly over the time between two of them, however many members there are. */
    private static final double GOLDEN = 0.6180339887498949;

    private final Stage stage;

    /**
     * One round.
     *
     * @param id of the task
     * @param points fence ids of the plan file, in order
     * @param offsets arrival at each, from the arrival at the first
     * @param startMillis arrival at the first
     */
    record Round(String id, Member member, List<String> points, List<Long> offsets, long startMillis) {
        long at(int point) {
            return startMillis + offsets.get(point);
        }

        long endMillis() {
            return at(points.size() - 1) + VISIT_MILLIS;
        }
    }

    Patrols(Stage stage) {
        this.stage = stage;
    }

    /** Arrival at each point after the arrival at the first one. */
    List<Long> offsets(List<String> points) throws Unplayable {
        List<Long> offsets = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < points.size(); i++) {
            if (i > 0) {
                offset += VISIT_MILLIS + stage.walkMillis(place(points.get(i - 1)), place(points.get(i)));
            }
            offsets.add(offset);
        }
        return offsets;
    }

    /** Where somebody stands to look at a point. */
    Place place(String point) throws Unplayable {
        return stage.stands(stage.fence(point), 1).get(0);
    }

    /** All rounds of a day that meet no event, no tool-box talk and no end of a shift. */
    List<Round> rounds(long cycle, Casting casting) throws Unplayable {
        List<Round> rounds = new ArrayList<>();
        for (Crew crew : stage.scenario().crews()) {
            if (!crew.rounds().isEmpty() && crew.roundEveryMillis() > 0) {
                List<Long> offsets = offsets(crew.rounds());
                for (Member member : stage.crew(crew.id())) {
                    addRounds(rounds, member, offsets, cycle, casting);
                }
            }
        }
        return rounds;
    }

    private void addRounds(List<Round> rounds, Member member, List<Long> offsets, long cycle, Casting casting) {
        Crew crew = member.crew();
        long every = crew.roundEveryMillis();
        double share = member.number() * GOLDEN;
        long first = Math.round((share - Math.floor(share)) * every);
        long last = stage.durationMillis() - HOME_MILLIS;
        int number = 1;
        for (long start = first; start < last; start += every, number++) {
            String id = "round-" + crew.id() + "-" + member.number() + "-" + (cycle + 1) + "-" + number;
            Round round = new Round(id, member, crew.rounds(), offsets, start);
            if (start >= TASK_BEFORE_MILLIS
                    && round.endMillis() <= last
                    && casting.isFree(member, start, round.endMillis())
                    && !meetsTalk(crew.talk(), round)) {
                rounds.add(round);
            }
        }
    }

    private static boolean meetsTalk(Crew.@Nullable Meeting talk, Round round) {
        long margin = Casting.WALK_MARGIN_MILLIS;
        return talk != null
                && round.startMillis() - margin < talk.atMillis() + talk.forMillis()
                && talk.atMillis() < round.endMillis() + margin;
    }

    Appointment visit(Round round, int point) throws Unplayable {
        return new Appointment(
                round.member().name(),
                round.at(point),
                round.at(point) + VISIT_MILLIS,
                place(round.points().get(point)),
                Appointment.Activity.STAND,
                "round " + round.points().get(point),
                0);
    }

    /** The task, before the round begins. */
    Message task(Round round) throws Unplayable {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < round.points().size(); i++) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("fence_id", stage.fence(round.points().get(i)).id());
            point.put("from", new At(round.at(i) - WINDOW_MILLIS));
            point.put("until", new At(round.at(i) + WINDOW_MILLIS));
            points.add(point);
        }
        long at = Math.max(0, round.startMillis() - TASK_BEFORE_MILLIS);
        Map<String, Object> value = start(round, "task");
        value.put("points", points);
        value.put("timestamp", new At(at));
        return new Message(at, TOPIC, round.id(), value);
    }

    /** That a point was looked at, when the visit is over. */
    Message result(Round round, int point) throws Unplayable {
        long at = round.at(point) + VISIT_MILLIS;
        Map<String, Object> value = start(round, "result");
        value.put("fence_id", stage.fence(round.points().get(point)).id());
        value.put("visited_at", new At(round.at(point)));
        value.put("result", "normal");
        value.put("timestamp", new At(at));
        return new Message(at, TOPIC, round.id(), value);
    }

    private static Map<String, Object> start(Round round, String message) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("task_id", round.id());
        value.put("message", message);
        value.put("person_id", new PersonOf(round.member().name()));
        return value;
    }
}
