package io.muster.simulator.event;

import io.muster.simulator.day.Appointment;
import io.muster.simulator.day.Member;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.event.Message.PersonOf;
import io.muster.simulator.scenario.Crew;
import io.muster.simulator.scenario.EventKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tickets of special work as the neighbouring system tells them (AQ 3064.2 A.1): the whole ticket at every change. */
final class Permits {
    static final String TOPIC = "permits";
    /** Not signed yet; words of TICKET_STATUS in AQ 3064.2 A.1. */
    static final String NOT_ISSUED = "0";

    static final String ISSUED = "1";
    static final String AT_WORK = "2";
    static final String ACCEPTED = "3";

    /** Before the work begins: the ticket is written, then signed. */
    private static final long WRITTEN_BEFORE_MILLIS = 1_200_000;

    private static final long SIGNED_BEFORE_MILLIS = 300_000;
    /** Work is not said to begin before the signature is dry. */
    private static final long BEGINS_AFTER_MILLIS = 60_000;
    /** The approver is at the place so long on each side of the signature. */
    private static final long ON_SITE_MILLIS = 60_000;

    /** A signature on site. */
    record Signature(Crew crew, Member approver, long atMillis) {
        long fromMillis() {
            return atMillis - ON_SITE_MILLIS;
        }

        long untilMillis() {
            return atMillis + ON_SITE_MILLIS;
        }
    }

    private Permits() {}

    static Crew.Permit of(Crew crew) throws Unplayable {
        Crew.Permit permit = crew.permit();
        if (permit == null) {
            throw new Unplayable("the crew '" + crew.id() + "' has no permit");
        }
        return permit;
    }

    /** A ticket of its own in every repetition of the scenario. */
    static String id(Crew.Permit permit, long cycle) {
        return cycle == 0 ? permit.id() : permit.id() + "-" + (cycle + 1);
    }

    /** The last of the crew. */
    static Member guardian(List<Member> crew) {
        return crew.get(crew.size() - 1);
    }

    /** Who signs on site and when; those whom an event has sign elsewhere before the work begins are not among them. */
    static List<Signature> signatures(Stage stage) throws Unplayable {
        List<Signature> found = new ArrayList<>();
        for (Crew crew : stage.scenario().crews()) {
            Crew.Permit permit = crew.permit();
            String approver = permit == null ? null : permit.approver();
            if (permit == null || approver == null || signedAt(permit, stage) != null) {
                continue;
            }
            long at = permit.fromMillis() - SIGNED_BEFORE_MILLIS;
            if (at >= ON_SITE_MILLIS) {
                found.add(new Signature(crew, stage.member(approver), at));
            }
        }
        return found;
    }

    /** Where the approvers stand when they sign. */
    static List<Appointment> visits(Stage stage) throws Unplayable {
        List<Appointment> visits = new ArrayList<>();
        for (Signature signature : signatures(stage)) {
            Crew.Permit permit = of(signature.crew());
            visits.add(new Appointment(
                    signature.approver().name(),
                    signature.fromMillis(),
                    signature.untilMillis(),
                    stage.stands(stage.fence(permit.zone()), 1).get(0),
                    Appointment.Activity.STAND,
                    "signs " + permit.id(),
                    0));
        }
        return visits;
    }

    /** All tickets of a day, in the order of crews and then of time; what would be said before the day begins is said at its beginning. */
    static List<Message> messages(long cycle, Stage stage) throws Unplayable {
        List<Message> messages = new ArrayList<>();
        for (Crew crew : stage.scenario().crews()) {
            Crew.Permit permit = crew.permit();
            if (permit == null || stage.crew(crew.id()).isEmpty()) {
                continue;
            }
            Long signedByEvent = signedAt(permit, stage);
            long signed = signedByEvent == null ? permit.fromMillis() - SIGNED_BEFORE_MILLIS : signedByEvent;
            long written = Math.max(0, permit.fromMillis() - WRITTEN_BEFORE_MILLIS);
            add(messages, written, crew, permit, cycle, NOT_ISSUED, null, stage);
            if (signedByEvent == null) {
                add(
                        messages,
                        Math.max(0, permit.fromMillis() - SIGNED_BEFORE_MILLIS),
                        crew,
                        permit,
                        cycle,
                        ISSUED,
                        signed,
                        stage);
            }
            long begins = Math.max(permit.fromMillis(), signed + BEGINS_AFTER_MILLIS);
            add(messages, Math.max(0, begins), crew, permit, cycle, AT_WORK, signed, stage);
            if (permit.untilMillis() <= stage.durationMillis()) {
                add(messages, permit.untilMillis(), crew, permit, cycle, ACCEPTED, signed, stage);
            }
        }
        return messages;
    }

    /**
     * The value of a ticket message.
     *
     * @param signedMillis null = not signed
     */
    static Map<String, Object> ticket(
            Crew crew,
            Crew.Permit permit,
            long cycle,
            String status,
            @Nullable Long signedMillis,
            long atMillis,
            Stage stage)
            throws Unplayable {
        List<Member> members = stage.crew(crew.id());
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("permit_id", id(permit, cycle));
        value.put("ticket_type", permit.type());
        value.put("ticket_status", status);
        value.put("start_time", new At(permit.fromMillis()));
        value.put("end_time", new At(permit.untilMillis()));
        value.put("fence_id", stage.fence(permit.zone()).id());
        value.put("guardian", new PersonOf(guardian(members).name()));
        value.put(
                "workers",
                members.subList(0, members.size() - 1).stream()
                        .map(member -> new PersonOf(member.name()))
                        .toList());
        String approver = permit.approver();
        if (approver != null) {
            value.put("approver", new PersonOf(approver));
            if (signedMillis != null) {
                value.put("approved_by", new PersonOf(approver));
                value.put("approved_at", new At(signedMillis));
            }
        }
        value.put("is_contractor_work", crew.role() == Crew.Role.CONTRACTOR);
        value.put("timestamp", new At(atMillis));
        return value;
    }

    private static void add(
            List<Message> messages,
            long atMillis,
            Crew crew,
            Crew.Permit permit,
            long cycle,
            String status,
            @Nullable Long signedMillis,
            Stage stage)
            throws Unplayable {
        messages.add(new Message(
                atMillis,
                TOPIC,
                id(permit, cycle),
                ticket(crew, permit, cycle, status, signedMillis, atMillis, stage)));
    }

    /** When an event has it signed elsewhere before the work begins. */
    private static @Nullable Long signedAt(Crew.Permit permit, Stage stage) {
        return stage.scenario().events().stream()
                .filter(event -> event.kind() == EventKind.APPROVER_ELSEWHERE
                        && permit.id().equals(event.permit())
                        && event.atMillis() <= permit.fromMillis())
                .map(event -> event.atMillis())
                .findFirst()
                .orElse(null);
    }
}
