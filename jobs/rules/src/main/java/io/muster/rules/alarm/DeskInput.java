package io.muster.rules.alarm;

import io.muster.rules.Ordered;
import io.muster.rules.context.Notice;
import org.jspecify.annotations.Nullable;

/** A finding, or a command; exactly one is there. */
public record DeskInput(@Nullable Finding finding, @Nullable Notice command) implements Ordered {

    public static DeskInput of(Finding finding) {
        return new DeskInput(finding, null);
    }

    /** @return null = it is no command */
    public static @Nullable DeskInput of(Notice notice) {
        return notice.command() == null ? null : new DeskInput(null, notice);
    }

    private Ordered the() {
        if (finding != null) {
            return finding;
        }
        if (command != null) {
            return command;
        }
        throw new IllegalStateException("neither a finding nor a command");
    }

    public String site() {
        return finding != null ? finding.site() : ((Notice) the()).site();
    }

    @Override
    public long timeMillis() {
        return the().timeMillis();
    }

    @Override
    public long eventMillis() {
        return the().eventMillis();
    }

    @Override
    public String origin() {
        return the().origin();
    }

    @Override
    public int partition() {
        return the().partition();
    }

    @Override
    public long offset() {
        return the().offset();
    }
}
