package io.muster.stream.decode;

import io.muster.contract.codec.Reason;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.stream.config.RuleBook;
import io.muster.stream.input.RawRecord;
import io.muster.stream.reference.Reference;
import io.muster.stream.reference.Reference.Kind;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Plans and people at the door: refused whole with all reasons, or taken whole. */
final class ReferenceDecoder implements Serializable {
    private static final long serialVersionUID = 1;

    private final RuleBook rules;

    ReferenceDecoder(RuleBook rules) {
        this.rules = rules;
    }

    Reference plan(RawRecord raw, long arrivalMillis) throws Unreadable {
        byte[] value = raw.value() == null ? new byte[0] : raw.value();
        try {
            Plan plan = PlanReader.read(raw.topic(), value, PlanOverrides.ofSite(raw.site()), rules);
            return reference(raw, Kind.PLAN, plan.version(), value, plan.validFrom(), arrivalMillis);
        } catch (PlanFaults e) {
            throw new Unreadable(Reason.BAD_PLAN, String.join("; ", e.faults()));
        }
    }

    Reference person(RawRecord raw, long arrivalMillis) throws Unreadable {
        byte[] value = raw.value();
        if (value == null) {
            if (raw.key() == null) {
                throw new Unreadable(Reason.BAD_TRACKABLE, "a tombstone without a key");
            }
            return reference(
                    raw, Kind.PERSON, new String(raw.key(), StandardCharsets.UTF_8), null, null, arrivalMillis);
        }
        try {
            Person person = PeopleReader.readOne(value);
            return reference(raw, Kind.PERSON, person.id(), value, person.validFrom(), arrivalMillis);
        } catch (PeopleFaults e) {
            throw new Unreadable(Reason.BAD_TRACKABLE, String.join("; ", e.faults()));
        }
    }

    private static Reference reference(
            RawRecord raw,
            Kind kind,
            String id,
            byte @Nullable [] document,
            @Nullable Instant validFrom,
            long arrivalMillis) {
        long inForce = validFrom == null ? arrivalMillis : Math.max(validFrom.toEpochMilli(), arrivalMillis);
        return new Reference(
                raw.site(),
                kind,
                id,
                document == null ? null : new String(document, StandardCharsets.UTF_8),
                inForce,
                arrivalMillis,
                raw.topic(),
                raw.partition(),
                raw.offset());
    }
}
