package io.muster.rules.notify;

import io.muster.rules.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must be told of an alarm.
 *
 * @param recipient a trackable, or {@code managers}
 * @param occasion what it is about this alarm that they are told: one message for each
 * @param ended whether it says that the alarm has ended
 * @param channels {@code tag}, {@code phone}
 * @param dueMillis by when it must have reached them; null = no rule says
 * @param seq number of this message within the alarm, from 1
 */
public record Message(
        String site,
        String recipient,
        String alarmId,
        String kind,
        String level,
        String occasion,
        boolean ended,
        String textZh,
        String textEn,
        List<String> channels,
        @Nullable Long dueMillis,
        long timeMillis,
        long seq)
        implements Ordered {

    @Override
    public long eventMillis() {
        return timeMillis;
    }

    @Override
    public String origin() {
        return "notify/" + alarmId;
    }

    @Override
    public long offset() {
        return seq;
    }
}
