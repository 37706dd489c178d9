package io.muster.rules.watch;

import io.muster.rules.plan.ZoneConduct;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when a zone has been without those who must be there. Doubt never removes anybody: stale and possible people are there.
 *
 * @param held whether somebody who holds this post has been seen there
 * @param emptySinceMillis event time since which nobody who holds the post is there; null = somebody is, or it is not known that anybody should
 * @param lastHolder who left it then; null = nobody is known
 * @param shortSinceMillis event time since which fewer people are there than must be; null = there are enough
 * @param missingSince each required person who is not there: event time since when
 */
public record Staff(
        boolean held,
        @Nullable Long emptySinceMillis,
        @Nullable Seen lastHolder,
        @Nullable Long shortSinceMillis,
        Map<String, Long> missingSince) {

    /** Nothing is asked of the zone. */
    static final Staff NOT_ASKED = new Staff(false, null, null, null, Map.of());

    public Staff {
        missingSince = missingSince == null ? Map.of() : missingSince;
    }

    /**
     * @param zone in force; null = none is
     * @param people inside, by id
     * @param left who has just left; null = nobody
     * @param eventMillis when what is seen now began
     */
    Staff observe(@Nullable ZoneRule zone, Map<String, Seen> people, @Nullable Seen left, long eventMillis) {
        if (zone == null) {
            return NOT_ASKED;
        }
        return post(zone, people, left, eventMillis).strength(zone, people, eventMillis);
    }

    private Staff post(ZoneRule zone, Map<String, Seen> people, @Nullable Seen left, long eventMillis) {
        if (!isPost(zone)) {
            return new Staff(false, null, null, shortSinceMillis, missingSince);
        }
        for (Seen each : people.values()) {
            if (holds(zone, each)) {
                return new Staff(true, null, null, shortSinceMillis, missingSince);
            }
        }
        boolean owned = held || !zone.conduct().allowedPosts().isEmpty();
        if (!owned) {
            return new Staff(false, null, null, shortSinceMillis, missingSince);
        }
        if (emptySinceMillis != null) {
            return this;
        }
        Seen last = left != null && holds(zone, left) ? left : null;
        return new Staff(held, eventMillis, last, shortSinceMillis, missingSince);
    }

    private Staff strength(ZoneRule zone, Map<String, Seen> people, long eventMillis) {
        Integer minimum = zone.minimum();
        boolean isShort = minimum != null && people.size() < minimum;
        Long since = !isShort ? null : shortSinceMillis == null ? Long.valueOf(eventMillis) : shortSinceMillis;
        Map<String, Long> missing = new TreeMap<>();
        for (String each : zone.conduct().requiredTrackableIds()) {
            if (!people.containsKey(each)) {
                missing.put(each, missingSince.getOrDefault(each, eventMillis));
            }
        }
        return new Staff(held, emptySinceMillis, lastHolder, since, missing);
    }

    /** Where people are required by name, it is their post, and theirs alone. */
    private static boolean isPost(ZoneRule zone) {
        return zone.role() == ZoneRole.POST
                && zone.conduct().requiredTrackableIds().isEmpty();
    }

    /** Whose post it is: a post that the zone names; where it names none, any. */
    private static boolean holds(ZoneRule zone, Seen person) {
        ZoneConduct conduct = zone.conduct();
        String post = person.who().post();
        return post != null
                && (conduct.allowedPosts().isEmpty() || conduct.allowedPosts().contains(post));
    }

    /** The one of the required who has been missing longest; null = nobody is. */
    @Nullable
    Long longestMissingSinceMillis() {
        return missingSince.values().stream().min(Long::compare).orElse(null);
    }
}
