package io.muster.launcher.record;

import io.muster.contract.codec.Envelope;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFaults;
import io.muster.contract.plan.PlanOverrides;
import io.muster.contract.plan.PlanReader;
import io.muster.contract.topic.TopicKind;
import io.muster.launcher.kafka.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The plan and the people in force when a recording begins, read from their topics up to where its live part begins. What the job refuses is left out.
 *
 * @param plans the version in force and those to come
 * @param people the same for everybody
 * @param statedSite the site that the plan in force names; null where there is none
 */
record Opening(
        List<Envelope> plans,
        List<Envelope> people,
        @Nullable String statedSite) {

    /** @param until where the live part of each partition begins */
    static Opening read(Connection connection, String site, Instant moment, Map<TopicPartition, Long> until) {
        List<InForce.Version> plans = new ArrayList<>();
        List<InForce.Version> people = new ArrayList<>();
        InputTail.readUntil(connection, site, TopicKind.PLANS, until, record -> {
            byte[] document = record.value();
            if (document != null) {
                try {
                    Plan plan = PlanReader.read(record.topic(), document, PlanOverrides.ofSite(site));
                    plans.add(new InForce.Version("plan", plan.validFrom(), record));
                } catch (PlanFaults e) {
                    // Rejected by the job when it came; the recording begins later.
                }
            }
        });
        InputTail.readUntil(connection, site, TopicKind.TRACKABLES, until, record -> {
            byte[] document = record.value();
            byte[] key = record.key();
            try {
                if (document != null) {
                    Person person = PeopleReader.readOne(document);
                    people.add(new InForce.Version(person.id(), person.validFrom(), record));
                } else if (key != null) {
                    people.add(new InForce.Version(new String(key, StandardCharsets.UTF_8), null, record));
                }
            } catch (PeopleFaults e) {
                // As above.
            }
        });
        List<Envelope> plansInForce = InForce.at(moment, plans);
        return new Opening(plansInForce, InForce.at(moment, people), statedSite(plansInForce));
    }

    private static @Nullable String statedSite(List<Envelope> plans) {
        byte[] document = plans.isEmpty() ? null : plans.get(0).value();
        if (document == null) {
            return null;
        }
        try {
            return PlanReader.read(plans.get(0).topic(), document, PlanOverrides.none())
                    .site();
        } catch (PlanFaults e) {
            return null;
        }
    }
}
