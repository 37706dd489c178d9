package io.muster.rules.device;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two tags went to each other's places at one moment.
 *
 * @param told whether it has lasted long enough to be told
 * @param timeMillis ordering time of the later jump; of one that is over, of its end
 * @param doubts of one that is told: jumps after which a tag may be on its way back, or on an excursion of the radio; one of each tag at most
 */
public record Swap(Jump one, Jump other, boolean told, long timeMillis, List<Jump> doubts) {
    public Swap {
        doubts = doubts == null ? List.of() : doubts;
    }

    boolean isOf(String key) {
        return one.key().equals(key) || other.key().equals(key);
    }

    boolean isOf(Jump jump, Jump with) {
        return isOf(jump.key()) && isOf(with.key());
    }

    boolean isAbout(String trackableId) {
        return one.trackableId().equals(trackableId) || other.trackableId().equals(trackableId);
    }

    /** It has lasted long enough. */
    Swap lasting() {
        return new Swap(one, other, true, timeMillis, doubts);
    }

    /** The jump of this tag that makes it doubtful; null = none does. */
    @Nullable
    Jump doubt(String key) {
        for (Jump each : doubts) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }

    /** Until it is known where the tag settles. */
    Swap doubted(Jump jump) {
        List<Jump> all = new ArrayList<>(doubts);
        all.add(jump);
        return new Swap(one, other, told, timeMillis, List.copyOf(all));
    }

    /** This tag is where it was. */
    Swap undoubted(String key) {
        return new Swap(
                one,
                other,
                told,
                timeMillis,
                doubts.stream().filter(each -> !each.key().equals(key)).toList());
    }

    /** Kept in mind only. */
    Swap overAt(long nowMillis) {
        return new Swap(one, other, true, nowMillis, List.of());
    }
}
