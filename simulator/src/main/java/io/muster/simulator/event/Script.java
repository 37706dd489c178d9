package io.muster.simulator.event;

import io.muster.contract.value.AlarmKind;
import io.muster.simulator.day.Appointment;
import io.muster.simulator.day.Appointment.Activity;
import io.muster.simulator.day.Member;
import io.muster.simulator.movement.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what one playing asks for and says. */
final class Script {
    private final Playing playing;
    private final long durationMillis;
    private final String why;
    private final List<Appointment> appointments = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<GateTrick> tricks = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();

    Script(Playing playing, long durationMillis) {
        this.playing = playing;
        this.durationMillis = durationMillis;
        this.why = (playing.event().kind().wire() + " " + playing.subject()).trim();
    }

    /** Stands there from one moment to the other. */
    void stand(Member member, long fromMillis, long untilMillis, Place place) throws Unplayable {
        add(member, fromMillis, untilMillis, place, Activity.STAND);
    }

    /** Lies there from one moment to the other. */
    void lie(Member member, long fromMillis, long untilMillis, Place place) throws Unplayable {
        add(member, fromMillis, untilMillis, place, Activity.LIE);
    }

    void say(long atMillis, String topic, Object key, Map<String, Object> value) {
        messages.add(new Message(atMillis, topic, key, value));
    }

    void say(Message message) {
        messages.add(message);
    }

    /** An alarm about a member. */
    void expect(AlarmKind kind, Member member, long onsetMillis, long dueMillis, @Nullable Long endMillis) {
        expect(kind, "trackable", member.name(), onsetMillis, dueMillis, endMillis, List.of(member), false);
    }

    void expect(
            AlarmKind kind,
            String subjectType,
            String subject,
            long onsetMillis,
            long dueMillis,
            @Nullable Long endMillis,
            List<Member> members,
            boolean tolerated) {
        List<String> names = members.stream().map(Member::name).toList();
        expectations.add(
                new Expectation(kind, subjectType, subject, onsetMillis, dueMillis, endMillis, names, null, tolerated));
    }

    void trick(GateTrick trick) {
        tricks.add(trick);
    }

    void silence(Silence silence) {
        silences.add(silence);
    }

    Played played() {
        return new Played(playing.event(), playing.atMillis(), appointments, messages, expectations, tricks, silences);
    }

    private void add(Member member, long fromMillis, long untilMillis, Place place, Activity activity)
            throws Unplayable {
        if (fromMillis < 0) {
            throw new Unplayable(member.name() + " would have to be there before the scenario begins");
        }
        if (untilMillis > durationMillis) {
            throw new Unplayable(member.name() + " would have to stay after the scenario ends");
        }
        if (untilMillis < fromMillis) {
            throw new Unplayable("it is too short to be walked");
        }
        appointments.add(new Appointment(
                member.name(),
                fromMillis,
                untilMillis,
                place,
                activity,
                why,
                playing.event().line()));
    }
}
