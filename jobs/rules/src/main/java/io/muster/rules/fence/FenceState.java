package io.muster.rules.fence;

import io.muster.rules.fuse.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a person and all zones.
 *
 * @param last the newest position; null when there is no stay
 * @param planVersion the one that it was placed by
 * @param stays sorted by fence id
 * @param seq how many changes were told
 * @param word of gates and sensors
 * @param entered zones that the person entered lately, sorted by fence id
 * @param heardMillis ordering time of the newest position; null = none is known
 */
public record FenceState(
        @Nullable Position last,
        String planVersion,
        List<Stay> stays,
        long seq,
        Word word,
        List<Entered> entered,
        @Nullable Long heardMillis) {

    static final FenceState NOTHING = new FenceState(null, "", List.of(), 0, Word.NOTHING, List.of(), null);

    public FenceState {
        planVersion = planVersion == null ? "" : planVersion;
        stays = stays == null ? List.of() : stays;
        word = word == null ? Word.NOTHING : word;
        entered = entered == null ? List.of() : entered;
    }

    FenceState with(Word now) {
        return new FenceState(last, planVersion, stays, seq, now, entered, heardMillis);
    }

    /** Without what was entered longer ago. */
    FenceState forgetting(long nowMillis, long withinMillis) {
        return new FenceState(
                last,
                planVersion,
                stays,
                seq,
                word,
                entered.stream()
                        .filter(each -> nowMillis < each.atMillis() + withinMillis)
                        .toList(),
                heardMillis);
    }

    /** Ordering time of an entry into the zone that was not longer ago; null = there was none. */
    @Nullable
    Long enteredMillis(String fenceId, long nowMillis, long withinMillis) {
        for (Entered each : entered) {
            if (each.fenceId().equals(fenceId) && nowMillis < each.atMillis() + withinMillis) {
                return each.atMillis();
            }
        }
        return null;
    }

    /** Nothing was ever told of the person, and nobody has said anything of them. */
    boolean isForgettable() {
        return stays.isEmpty() && seq == 0 && word.equals(Word.NOTHING);
    }
}
