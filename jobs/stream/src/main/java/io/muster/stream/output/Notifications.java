package io.muster.stream.output;

import io.muster.contract.codec.Ids;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.value.AlarmKind;
import io.muster.contract.value.Level;
import io.muster.contract.value.Name;
import io.muster.contract.value.Notification;
import io.muster.rules.notify.Message;
import io.muster.rules.notify.NumberedMessage;
import java.time.Instant;
import java.util.Locale;

/** Who must be told what. */
final class Notifications {

    static OutputRecord of(NumberedMessage numbered) {
        Message message = numbered.message();
        Notification value = new Notification(
                Ids.uuid5(message.site(), "notification", message.alarmId(), message.recipient(), message.occasion()),
                message.site(),
                numbered.seq(),
                message.recipient(),
                message.alarmId(),
                AlarmKind.valueOf(message.kind().toUpperCase(Locale.ROOT)),
                Level.valueOf(message.level().toUpperCase(Locale.ROOT)),
                message.ended(),
                new Name(message.textZh(), message.textEn()),
                message.channels(),
                Instant.ofEpochMilli(message.timeMillis()),
                Texts.instant(message.dueMillis()));
        return Texts.record(
                message.site(),
                TopicKind.NOTIFICATIONS,
                message.recipient(),
                value,
                message.timeMillis(),
                numbered.seq());
    }

    private Notifications() {}
}
