package io.muster.simulator;

import io.muster.simulator.day.Appointment;
import io.muster.simulator.event.EventPlayer;
import io.muster.simulator.event.Message;
import io.muster.simulator.event.Played;
import io.muster.simulator.event.Silence;
import io.muster.simulator.radio.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** What an {@link EventPlayer} wrote for each cycle, in the shapes in which planner, radio and truth ask for it; the cycles last asked for are kept. Safe for several threads. */
final class Screenplay {
    /** A message may come late, and the truth may look back: the cycle before is asked for, too. */
    private static final int KEPT_CYCLES = 3;

    private final EventPlayer player;
    private final Map<Long, Cycle> cycles = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Cycle> eldest) {
            return size() > KEPT_CYCLES;
        }
    };

    private record Cycle(
            List<Played> played, Map<String, List<Appointment>> appointments, Map<String, List<Interval>> silences) {}

    Screenplay(EventPlayer player) {
        this.player = player;
    }

    /** Times are within the cycle. */
    List<Played> played(long cycle) {
        return cycle(cycle).played();
    }

    /** What a member has to do in a cycle, scripted and by duty, sorted by time; times are within the cycle. */
    List<Appointment> appointments(String member, long cycle) {
        return cycle(cycle).appointments().getOrDefault(member, List.of());
    }

    /** By member, for members whose tags are off the air at times: the silences of a cycle; times are within the cycle. */
    Map<String, LongFunction<List<Interval>>> silences() {
        Map<String, LongFunction<List<Interval>>> byMember = new HashMap<>();
        for (String member : cycle(0).silences().keySet()) {
            byMember.put(member, number -> cycle(number).silences().getOrDefault(member, List.of()));
        }
        return byMember;
    }

    /** Everything that is said in a cycle beside positions and gate passes, sorted by time; times are within the cycle. */
    List<Message> messages(long cycle) {
        List<Message> messages = new ArrayList<>(player.routine(cycle));
        played(cycle).forEach(played -> messages.addAll(played.messages()));
        messages.sort(Comparator.comparingLong(Message::atMillis));
        return messages;
    }

    private synchronized Cycle cycle(long number) {
        Cycle known = cycles.get(number);
        if (known == null) {
            known = written(number);
            cycles.put(number, known);
        }
        return known;
    }

    private Cycle written(long number) {
        List<Played> played = player.play(number);
        Map<String, List<Appointment>> appointments = new HashMap<>();
        Map<String, List<Interval>> silences = new HashMap<>();
        for (Played each : played) {
            each.appointments().forEach(what -> appointments
                    .computeIfAbsent(what.member(), key -> new ArrayList<>())
                    .add(what));
            for (Silence silence : each.silences()) {
                silences.computeIfAbsent(silence.member(), key -> new ArrayList<>())
                        .add(new Interval(silence.fromMillis(), silence.untilMillis()));
            }
        }
        player.duties(number).forEach(what -> appointments
                .computeIfAbsent(what.member(), key -> new ArrayList<>())
                .add(what));
        appointments.values().forEach(list -> list.sort(Comparator.comparingLong(Appointment::fromMillis)));
        silences.values().forEach(list -> list.sort(Comparator.comparingLong(Interval::fromMillis)));
        return new Cycle(played, appointments, silences);
    }
}
