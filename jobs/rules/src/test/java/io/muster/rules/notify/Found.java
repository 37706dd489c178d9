package io.muster.rules.notify;

import io.muster.rules.alarm.Finding;
import java.util.List;

/** What a rule found of group 1 in zone Z, for stories of who is told. */
final class Found {
    static Finding of(
            String kind,
            boolean active,
            String level,
            List<String> people,
            List<String> reasons,
            long millis,
            long seq) {
        return new Finding(
                "s",
                kind,
                "gathering",
                "1",
                active,
                level,
                millis,
                List.of("Z"),
                people,
                people.size(),
                0,
                0,
                null,
                null,
                "r",
                1,
                "v1",
                List.of(),
                "gathering",
                millis,
                millis,
                seq,
                reasons);
    }

    private Found() {}
}
