package io.muster.launcher.record;

import io.muster.contract.codec.Envelope;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The plan and the people at the head of a recording, written before its first record as if they had arrived a little before it. */
final class RecordingHead {
    /** Longer than a settle, by which a fix may be put before its arrival: the plan is in force for the first fix too. */
    static final long BEFORE_MILLIS = 10_000;

    private final Opening opening;
    private final Instant moment;
    private final RecordingFile file;
    private boolean written;

    /** @param moment when the recording began; for one without records */
    RecordingHead(Opening opening, Instant moment, RecordingFile file) {
        this.opening = opening;
        this.moment = moment;
        this.file = file;
    }

    RecordingFile file() {
        return file;
    }

    /** Writes it, if it is not written, before a record of this arrival. */
    void before(long arrivalMillis) throws IOException {
        if (!written) {
            written = true;
            for (Envelope each : at(opening, arrivalMillis - BEFORE_MILLIS)) {
                file.write(each);
            }
        }
    }

    /** Nothing came: the head stands alone. */
    void finish() throws IOException {
        before(moment.toEpochMilli());
    }

    /** Plans first, since they name the site; their places in the log stay, so that the order among them does. */
    static List<Envelope> at(Opening opening, long arrivalMillis) {
        List<Envelope> head = new ArrayList<>(opening.plans());
        head.addAll(opening.people());
        return head.stream()
                .map(each -> new Envelope(
                        each.topic(),
                        each.partition(),
                        each.offset(),
                        each.key(),
                        arrivalMillis,
                        each.headers(),
                        each.value()))
                .sorted(ArrivalOrder.ORDER)
                .toList();
    }
}
