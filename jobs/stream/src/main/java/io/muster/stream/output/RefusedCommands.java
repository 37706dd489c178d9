package io.muster.stream.output;

import io.muster.rules.alarm.RefusedCommand;
import io.muster.rules.context.Notice;
import io.muster.stream.decode.Rejects;

/** Commands that were read and not carried out, with the bytes as they came. */
final class RefusedCommands {
    static final String REASON = "command_refused";

    static OutputRecord of(RefusedCommand refusal) {
        Notice notice = refusal.notice();
        return Rejects.of(
                notice.site(),
                null,
                REASON,
                refusal.why(),
                notice.origin(),
                notice.partition(),
                notice.offset(),
                notice.timeMillis(),
                notice.originalKey(),
                notice.original());
    }

    private RefusedCommands() {}
}
