package io.muster.rules.device;

import io.muster.rules.Ordered;
import io.muster.rules.identify.TagNews;
import java.util.List;

/**
 * News of a tag with the zones in which it was seen last, by the plan in force.
 *
 * @param planVersion empty = there is no plan
 * @param fenceIds zones that contain its newest fix, sorted
 * @param watched whether one of them is a production area, a hazard zone or a forbidden one
 */
public record TagSeen(TagNews news, String planVersion, List<String> fenceIds, boolean watched) implements Ordered {
    @Override
    public long timeMillis() {
        return news.timeMillis();
    }

    @Override
    public long eventMillis() {
        return news.eventMillis();
    }

    @Override
    public String origin() {
        return news.origin();
    }

    @Override
    public long offset() {
        return news.offset();
    }
}
