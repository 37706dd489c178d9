package io.muster.console.hub;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call that is not done, and why. */
final class HubRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String line;
    private final transient List<Fault> faults;

    /**
     * What is wrong with an item of a call.
     *
     * @param index of the item, from 0; null = the call has one
     * @param detail names the field and what was expected
     */
    record Fault(@Nullable Integer index, String detail) {}

    private HubRefusal(HttpStatus status, String line, List<Fault> faults) {
        super(line);
        this.status = status;
        this.line = line;
        this.faults = List.copyOf(faults);
    }

    static HubRefusal badRequest(String line) {
        return new HubRefusal(HttpStatus.BAD_REQUEST, line, List.of());
    }

    static HubRefusal badItems(String line, List<Fault> faults) {
        return new HubRefusal(HttpStatus.BAD_REQUEST, line, faults);
    }

    static HubRefusal notThere(String line) {
        return new HubRefusal(HttpStatus.NOT_FOUND, line, List.of());
    }

    static HubRefusal of(HttpStatus status, String line) {
        return new HubRefusal(status, line, List.of());
    }

    HttpStatus status() {
        return status;
    }

    List<Fault> faults() {
        return faults;
    }

    @Override
    public String getMessage() {
        return line;
    }
}
