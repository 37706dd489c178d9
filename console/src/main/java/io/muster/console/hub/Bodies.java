package io.muster.console.hub;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Bodies of calls, no longer than may be. */
final class Bodies {
    /** @throws HubRefusal where it is longer than {@link Intake#MOST_BYTES} */
    static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Intake.MOST_BYTES) {
            throw tooLong();
        }
        byte[] body = request.getInputStream().readNBytes(Intake.MOST_BYTES + 1);
        if (body.length > Intake.MOST_BYTES) {
            throw tooLong();
        }
        return body;
    }

    private static HubRefusal tooLong() {
        return HubRefusal.of(
                HttpStatus.CONTENT_TOO_LARGE, "the body: at most " + Intake.MOST_BYTES + " bytes in a call");
    }

    private Bodies() {}
}
