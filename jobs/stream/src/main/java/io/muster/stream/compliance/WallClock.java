package io.muster.stream.compliance;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What time it is, for reports only. A file has no present: there nobody can say how late a result was. */
public interface WallClock extends Serializable {

    @Nullable
    Long millisSince(long millis);

    static WallClock ofThisMachine() {
        return millis -> System.currentTimeMillis() - millis;
    }

    static WallClock none() {
        return millis -> null;
    }
}
