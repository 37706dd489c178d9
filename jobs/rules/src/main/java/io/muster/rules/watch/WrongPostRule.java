package io.muster.rules.watch;

import io.muster.rules.plan.ZoneRule;
import java.util.List;

/**
 * WRONG_POST 串岗: somebody who has a post is in a zone whose {@code allowed_posts} do not name it. Who has no post cannot be at a wrong one.
 *
 * <pre>
 *            enters | plan or people file change
 *      WELL -----------------------------------> BROKEN
 *           <----------------------------------
 *            leaves | plan or people file change
 * </pre>
 *
 * Onset: the entry, or when the plan or the people file made it wrong.
 */
final class WrongPostRule implements PersonRule {
    private static final long serialVersionUID = 1;

    static final String KIND = "wrong_post";
    static final String RULE = "wrong-post";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Judgement judge(Seen person, ZoneRule zone, long nowMillis) {
        String post = person.who().post();
        List<String> allowed = zone.conduct().allowedPosts();
        boolean wrong = post != null && !allowed.isEmpty() && !allowed.contains(post);
        boolean named = zone.conduct().requiredTrackableIds().contains(person.trackableId());
        return wrong && !named ? Judgement.broken(Breach.of(KIND, RULE, person.factsSinceMillis())) : Judgement.FINE;
    }
}
