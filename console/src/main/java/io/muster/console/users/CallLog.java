package io.muster.console.users;

import io.muster.console.history.Journal;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** For calls that are no HTTP request: messages on a WebSocket. */
public final class CallLog {
    private final Journal journal;

    CallLog(Journal journal) {
        this.journal = journal;
    }

    /**
     * @param who null = they did not say so, or not rightly
     * @param method the word of the message
     * @param status as HTTP would have it
     */
    public void said(
            @Nullable Principal who, String method, String path, int status, long millis, @Nullable String address) {
        journal.call(who == null ? null : who.getName(), method, ApiCalls.cut(path), status, millis, address);
    }
}
