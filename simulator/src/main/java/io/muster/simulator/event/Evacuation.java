package io.muster.simulator.event;

import io.muster.contract.codec.Ids;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.AlarmKind;
import io.muster.simulator.chance.Draw;
import io.muster.simulator.day.Member;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.event.Message.PersonOf;
import io.muster.simulator.movement.Place;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody who is on shift is called: they are at home when the call comes, walk to the nearest muster point and stay there to the end. The first of the cast
 * stay at home instead, and whoever is in another event then does not come either: they are missing.
 */
final class Evacuation implements Act {
    static final String TOPIC = "evacuations";
    /** A message stays far below the 64 KB that the job reads. */
    static final int ROSTER_PART = 500;

    private static final long HOME_BEFORE_MILLIS = 60_000;
    private static final long LEAST_REACTION_MILLIS = 5_000;
    private static final long MOST_REACTION_MILLIS = 40_000;
    private static final long LEAVING_MILLIS = 30_000;

    @Override
    public Need need(Event event, Stage stage) throws Unplayable {
        if (event.muster().isEmpty()) {
            throw new Unplayable("muster is missing");
        }
        for (String point : event.muster()) {
            stage.fence(point);
        }
        return Need.everybody(
                called(event, stage), event.missing(), HOME_BEFORE_MILLIS, event.forMillis() + LEAVING_MILLIS);
    }

    @Override
    public void play(Playing playing, Stage stage, Script script) throws Unplayable {
        Event event = playing.event();
        long at = playing.atMillis();
        MusterPoints points = new MusterPoints(event.muster(), stage);
        List<Member> roster = new ArrayList<>(playing.elsewhere());
        roster.addAll(playing.cast());
        roster.sort(Comparator.comparingInt(Member::index));
        say(playing, roster, stage, script);
        for (Member member : playing.elsewhere()) {
            expect(script, playing, member, playing.endMillis(), false);
        }
        int staying = Math.max(0, event.missing() - playing.elsewhere().size());
        for (int i = 0; i < playing.cast().size(); i++) {
            Member member = playing.cast().get(i);
            Place home = stage.home(member);
            long early = Math.max(0, at - HOME_BEFORE_MILLIS);
            if (i < staying) {
                script.stand(member, early, playing.endMillis(), home);
                expect(script, playing, member, playing.endMillis(), false);
                continue;
            }
            Draw draw = playing.draw(stage.seed(), member.name());
            long reacts = at + draw.between(LEAST_REACTION_MILLIS, MOST_REACTION_MILLIS);
            Place place = points.nearest(home, member);
            long arrives = reacts + stage.walkMillis(home, place);
            long leaves = playing.endMillis() + draw.between(0, LEAVING_MILLIS);
            script.stand(member, early, reacts, home);
            script.stand(member, arrives, Math.max(arrives, leaves), place);
            if (arrives > due(playing) - 2 * AlarmLimits.PUSH_MILLIS) {
                // Too far away to be in time; whether it is an alarm depends on seconds.
                expect(script, playing, member, arrives, true);
            }
        }
    }

    /** Those who are on site from the call to the end; with a zone, those whose home or work is in it. */
    private static List<Member> called(Event event, Stage stage) throws Unplayable {
        List<Member> called = new ArrayList<>();
        PlanFence zone = event.zone() == null ? null : stage.fence(event.zone());
        for (Member member : stage.members()) {
            if (stage.onShift(member, event.atMillis(), event.atMillis() + event.forMillis())
                    && (zone == null || belongs(member, zone, stage))) {
                called.add(member);
            }
        }
        return called;
    }

    private static boolean belongs(Member member, PlanFence zone, Stage stage) throws Unplayable {
        if (Stage.holds(zone, stage.home(member))) {
            return true;
        }
        Crew crew = member.crew();
        List<String> works = new ArrayList<>(crew.work());
        Crew.Permit permit = crew.permit();
        if (permit != null) {
            works.add(permit.zone());
        }
        for (String work : works) {
            if (Stage.holds(zone, Stage.middle(stage.fence(work)))) {
                return true;
            }
        }
        return false;
    }

    /** Who is not there when the time is up is missing; who is not there when it is over was missing. */
    private static long due(Playing playing) {
        return playing.atMillis()
                + Math.min(AlarmLimits.EVACUATION_MILLIS, playing.event().forMillis())
                + AlarmLimits.PUSH_MILLIS;
    }

    private static void expect(Script script, Playing playing, Member member, long endMillis, boolean tolerated) {
        script.expect(
                AlarmKind.EVAC_MISSING,
                "trackable",
                member.name(),
                playing.atMillis(),
                due(playing),
                // An alarm at the very end still has a moment to be seen.
                Math.max(endMillis, due(playing)),
                List.of(member),
                tolerated);
    }

    private static void say(Playing playing, List<Member> roster, Stage stage, Script script) throws Unplayable {
        Event event = playing.event();
        String id = Ids.uuid5(
                stage.plant().plan().site(),
                "evacuation",
                Long.toString(playing.cycle()),
                Long.toString(playing.atMillis()));
        List<Object> fences = new ArrayList<>();
        for (String point : event.muster()) {
            fences.add(stage.fence(point).id());
        }
        long at = playing.atMillis();
        Map<String, Object> start = head(id, "start", at);
        start.put("drill", event.drill());
        if (event.zone() != null) {
            start.put("fence_id", stage.zone(event).id());
        }
        start.put("muster_fence_ids", fences);
        start.put("roster_size", roster.size());
        script.say(at, TOPIC, id, start);
        for (int from = 0; from < roster.size(); from += ROSTER_PART) {
            Map<String, Object> part = head(id, "roster", at);
            part.put(
                    "person_ids",
                    roster.subList(from, Math.min(roster.size(), from + ROSTER_PART)).stream()
                            .map(member -> new PersonOf(member.name()))
                            .toList());
            script.say(at, TOPIC, id, part);
        }
        script.say(playing.endMillis(), TOPIC, id, head(id, "end", playing.endMillis()));
    }

    private static Map<String, Object> head(String id, String message, long atMillis) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("evacuation_id", id);
        value.put("message", message);
        value.put("timestamp", new At(atMillis));
        return value;
    }
}
