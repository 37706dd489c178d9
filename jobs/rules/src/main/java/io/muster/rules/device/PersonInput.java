package io.muster.rules.device;

import io.muster.rules.Ordered;
import io.muster.rules.context.Command;
import io.muster.rules.context.Notice;
import org.jspecify.annotations.Nullable;

/**
 * News of a tag that the person carries, or a gate pass or release of the person; exactly one is there.
 *
 * @param trackableId the person
 */
public record PersonInput(
        String site,
        String trackableId,
        @Nullable TagSeen tag,
        @Nullable Notice notice) implements Ordered {

    public static PersonInput of(TagSeen tag) {
        return new PersonInput(tag.news().site(), tag.news().trackableId(), tag, null);
    }

    /** @return null = it is about nobody */
    public static @Nullable PersonInput of(Notice notice) {
        if (notice.gatePass() != null) {
            return new PersonInput(notice.site(), notice.gatePass().trackableId(), null, notice);
        }
        Command command = notice.command();
        if (command != null && isRelease(command)) {
            return new PersonInput(notice.site(), command.targetId(), null, notice);
        }
        return null;
    }

    private static boolean isRelease(Command command) {
        return command.command().equals("release") && command.targetType().equals("trackable");
    }

    private Ordered the() {
        if (tag != null) {
            return tag;
        }
        if (notice != null) {
            return notice;
        }
        throw new IllegalStateException("neither a tag nor a notice");
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
