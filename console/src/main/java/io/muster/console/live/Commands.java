package io.muster.console.live;

import io.muster.contract.codec.Json;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.AlarmCommand;

/** Sends what operators ask for, and remembers what became of it. */
public final class Commands {
    private final Live live;
    private final SiteWriter writer;

    public Commands(Live live, SiteWriter writer) {
        this.live = live;
        this.writer = writer;
    }

    /** Returns once the brokers have it. What the alarm desk makes of it: {@link LiveSite#commands()}. */
    public void send(String site, AlarmCommand command) throws NotSent {
        LiveSite there = live.site(site);
        if (there != null) {
            // Before it is sent: the desk may be faster than our own reading of it.
            there.commands().asked(command);
        }
        writer.write(site, TopicKind.ALARM_COMMANDS, command.target().id(), Json.write(command));
    }
}
