package io.muster.stream.fuse;

import io.muster.rules.Ordered;
import io.muster.rules.identify.Fix;
import io.muster.rules.person.PersonNotice;
import org.jspecify.annotations.Nullable;

/** What is heard of a person; exactly one of the two is there. */
public record PersonHeard(@Nullable Fix fix, @Nullable PersonNotice notice) implements Ordered {

    static PersonHeard of(Fix fix) {
        return new PersonHeard(fix, null);
    }

    static PersonHeard of(PersonNotice notice) {
        return new PersonHeard(null, notice);
    }

    private Ordered the() {
        if (fix != null) {
            return fix;
        }
        if (notice != null) {
            return notice;
        }
        throw new IllegalStateException("neither a fix nor a notice");
    }

    String site() {
        return fix != null ? fix.site() : ((PersonNotice) the()).site();
    }

    String trackableId() {
        return fix != null ? fix.trackableId() : ((PersonNotice) the()).trackableId();
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
