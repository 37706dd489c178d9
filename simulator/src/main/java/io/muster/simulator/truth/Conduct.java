package io.muster.simulator.truth;

import io.muster.contract.plan.FenceConduct;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.simulator.people.Person;

/** What a plan says of who may be in a fence, and who must be. */
final class Conduct {
    /** AQ 3064.3 5.1.1: people from outside. */
    private static final String VISITOR = "03";

    private Conduct() {}

    /**
     * Whether a fence admits somebody (AQ 3064.3 5.1.5). Where neither types nor people are listed, nobody may be in a forbidden one, and everybody in any other.
     */
    static boolean admits(PlanFence fence, Person person) {
        FenceConduct conduct = fence.conduct();
        if (conduct.allowedPersonTypes().isEmpty()
                && conduct.allowedTrackables().isEmpty()) {
            return fence.role() != Role.FORBIDDEN;
        }
        return conduct.allowedPersonTypes().contains(person.personType())
                || conduct.allowedTrackables().contains(person.id());
    }

    /** A visitor in a place that is for others is an alarm of its own; where it is forbidden, too, there are two. */
    static boolean isVisitor(Person person) {
        return person.personType().equals(VISITOR);
    }

    /** Who has no post cannot be at a wrong one. */
    static boolean isWrongPost(PlanFence fence, Person person) {
        String post = person.post();
        FenceConduct conduct = fence.conduct();
        return post != null
                && !conduct.allowedPosts().isEmpty()
                && !conduct.allowedPosts().contains(post)
                && !conduct.requiredTrackables().contains(person.id());
    }

    /** Whose post a fence is: whoever has one of its posts; where it names none, whoever has any. */
    static boolean holds(PlanFence fence, Person person) {
        String post = person.post();
        FenceConduct conduct = fence.conduct();
        return post != null
                && (conduct.allowedPosts().isEmpty() || conduct.allowedPosts().contains(post));
    }

    /** Where it is dangerous to lie, or to be lost. */
    static boolean isDangerous(PlanFence fence) {
        return fence.role() == Role.HAZARD
                || fence.role() == Role.FORBIDDEN
                || !fence.hazards().isEmpty();
    }

    /** By the clock, or by who came before: the truth knows neither, so what it says of such a fence is tolerated. */
    static boolean isOnlyAtTimes(PlanFence fence) {
        return !fence.conduct().allowedTimes().isEmpty() || fence.validFrom() != null || fence.validUntil() != null;
    }
}
